// A role, where it holds, until when: for an account or for a key. What it shows can be seen before it is given.
import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { GrantBody, Role } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { PlaceField, type PlaceKind, placeKinds } from "./place-fields.tsx";
import { SeenPreview } from "./seen-preview.tsx";

const roles: readonly Role[] = [
  ...(["R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11", "R12", "R13"] as const),
];

interface GrantFormProps {
  readonly action: ReactNode;
  /** `written`: the role and its place as an address writes them, `R7@territory=03`. */
  readonly onSend: (grant: GrantBody, written: string) => Promise<void>;
  /** The account that is to be given the role: what it holds already is seen besides. */
  readonly user?: string;
  /** The role is only tried: it has no end, and the form's own act shows it. */
  readonly isTried?: boolean;
  readonly children?: ReactNode;
}

export function GrantForm({ action, onSend, user, isTried, children }: GrantFormProps) {
  const [role, setRole] = useState<Role>("R1");
  const [kind, setKind] = useState<PlaceKind>("territory");
  const [place, setPlace] = useState("");
  const [until, setUntil] = useState("");
  const written = writtenGrant(role, kind, place);
  const sending = useMutation({
    mutationFn: async () => {
      await onSend({ role, ...(await placeOf(kind, place)), until: until === "" ? null : until }, written);
    },
    onSuccess: () => setPlace(""),
  });
  const choose = (wanted: PlaceKind) => {
    setKind(wanted);
    setPlace("");
  };
  return (
    <Form onSend={() => sending.mutate()} isSending={sending.isPending} error={sending.error} action={action}>
      {children}
      <RoleField value={role} onChange={setRole} />
      <KindField value={kind} onChange={choose} />
      <PlaceField kind={kind} value={place} onChange={setPlace} />
      {!isTried && (
        <>
          <TextField
            label={<FormattedMessage id="users.untilLast" />}
            why={<FormattedMessage id="users.untilWhy" />}
            type="date"
            value={until}
            onChange={setUntil}
          />
          <SeenPreview
            key={written}
            asked={{ user, grants: [written] }}
            isWhole={kind === "everywhere" || place !== ""}
          />
        </>
      )}
    </Form>
  );
}

function RoleField({ value, onChange }: { value: Role; onChange: (role: Role) => void }) {
  const intl = useIntl();
  return (
    <ChoiceField
      label={<FormattedMessage id="users.role" />}
      value={value}
      onChange={(chosen) => onChange(roles.find((one) => one === chosen) ?? "R1")}
      options={roles.map((one) => ({
        value: one,
        words: intl.formatMessage({ id: `core.kernel.role.${one}` }),
      }))}
    />
  );
}

function KindField({ value, onChange }: { value: PlaceKind; onChange: (kind: PlaceKind) => void }) {
  const intl = useIntl();
  return (
    <ChoiceField
      label={<FormattedMessage id="users.where" />}
      value={value}
      onChange={(chosen) => onChange(placeKinds.find((one) => one === chosen) ?? "territory")}
      options={placeKinds.map((one) => ({
        value: one,
        words: intl.formatMessage({ id: `users.where.${one}` }),
      }))}
    />
  );
}

const agreementReference = (place: string) => place.trim().toUpperCase();

function writtenGrant(role: Role, kind: PlaceKind, place: string): string {
  if (kind === "everywhere") return role;
  return `${role}@${kind}=${kind === "agreement" ? agreementReference(place) : place.trim()}`;
}

/** The ids of what was chosen; an agreement is found by its reference. */
async function placeOf(kind: PlaceKind, place: string): Promise<Partial<GrantBody>> {
  if (kind === "territory") return { territory: place };
  if (kind === "organisation") return { organisation: place };
  if (kind !== "agreement") return {};
  const agreement = agreementReference(place);
  const { id } = await given(api.GET("/api/v1/agreements/{agreement}", { params: { path: { agreement } } }));
  return { agreement: id };
}
