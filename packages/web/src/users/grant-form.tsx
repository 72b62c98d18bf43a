// A role, where it holds, until when: for an account or for a key.
import { useMutation, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { GrantBody, Role } from "../api/account.ts";
import { api, given } from "../api/client.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { organisationsLike, territories } from "./places.ts";

const roles: readonly Role[] = [
  "R1",
  "R2",
  "R3",
  "R4",
  "R5",
  "R6",
  "R7",
  "R8",
  "R9",
  "R10",
  "R11",
  "R12",
  "R13",
];
const kinds = ["everywhere", "territory", "organisation", "agreement"] as const;

interface GrantFormProps {
  readonly action: ReactNode;
  readonly onSend: (grant: GrantBody) => Promise<void>;
  readonly children?: ReactNode;
}

export function GrantForm({ action, onSend, children }: GrantFormProps) {
  const intl = useIntl();
  const [role, setRole] = useState<string>("R1");
  const [kind, setKind] = useState<string>("territory");
  const [place, setPlace] = useState("");
  const [until, setUntil] = useState("");
  const sending = useMutation({
    mutationFn: async () => {
      const chosen = roles.find((one) => one === role) ?? "R1";
      await onSend({ role: chosen, ...(await placeOf(kind, place)), until: until === "" ? null : until });
    },
    onSuccess: () => setPlace(""),
  });
  const choose = (wanted: string) => {
    setKind(wanted);
    setPlace("");
  };
  return (
    <Form onSend={() => sending.mutate()} isSending={sending.isPending} error={sending.error} action={action}>
      {children}
      <ChoiceField
        label={<FormattedMessage id="users.role" />}
        value={role}
        onChange={setRole}
        options={roles.map((value) => ({
          value,
          words: intl.formatMessage({ id: `core.kernel.role.${value}` }),
        }))}
      />
      <ChoiceField
        label={<FormattedMessage id="users.where" />}
        value={kind}
        onChange={choose}
        options={kinds.map((value) => ({ value, words: intl.formatMessage({ id: `users.where.${value}` }) }))}
      />
      {kind === "territory" && <TerritoryField value={place} onChange={setPlace} />}
      {kind === "organisation" && <OrganisationField value={place} onChange={setPlace} />}
      {kind === "agreement" && (
        <TextField
          label={<FormattedMessage id="users.agreement" />}
          why={<FormattedMessage id="users.agreementWhy" />}
          isNeeded
          value={place}
          onChange={setPlace}
        />
      )}
      <TextField
        label={<FormattedMessage id="users.untilLast" />}
        why={<FormattedMessage id="users.untilWhy" />}
        type="date"
        value={until}
        onChange={setUntil}
      />
    </Form>
  );
}

/** The ids of what was chosen; an agreement is found by its reference. */
async function placeOf(kind: string, place: string): Promise<Partial<GrantBody>> {
  if (kind === "territory") return { territory: place };
  if (kind === "organisation") return { organisation: place };
  if (kind !== "agreement") return {};
  const agreement = place.trim().toUpperCase();
  const { id } = await given(api.GET("/api/v1/agreements/{agreement}", { params: { path: { agreement } } }));
  return { agreement: id };
}

interface PlaceFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TerritoryField({ value, onChange }: PlaceFieldProps) {
  const locale = useLocale();
  const intl = useIntl();
  const { data = [] } = useQuery(territories(useShownSpace()));
  const options = data.map(({ id, kind, name }) => ({
    value: id,
    words: `${kind === "province" ? "— " : ""}${name[locale] ?? name.fr}`,
  }));
  return (
    <ChoiceField
      label={<FormattedMessage id="users.territory" />}
      why={<FormattedMessage id="users.territoryWhy" />}
      isNeeded
      value={value}
      onChange={onChange}
      options={[{ value: "", words: intl.formatMessage({ id: "users.choose" }) }, ...options]}
    />
  );
}

function OrganisationField({ value, onChange }: PlaceFieldProps) {
  const { data } = useQuery(organisationsLike(useShownSpace(), value));
  const options = data?.organisations.map(({ reference, name }) => ({ value: reference, words: name })) ?? [];
  return (
    <TextField
      label={<FormattedMessage id="users.organisation" />}
      why={<FormattedMessage id="users.organisationWhy" />}
      isNeeded
      value={value}
      onChange={onChange}
      options={options}
    />
  );
}
