// Sets up a committee: what it is, who presides, how often it meets, and which parties sit there.
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { setUpCommittee } from "../api/committees.ts";
import { useOrganisationName } from "../api/organisations.ts";
import type { Agreement } from "../api/read.ts";
import { ChoiceField, Form, TextField } from "../form/fields.tsx";
import { Name } from "../language/figures.tsx";
import { HeadFields, presidents } from "./head-fields.tsx";

const kinds = ["follow_up", "steering", "strategic", "technical", "regional", "provincial"] as const;
const roles = ["chair", "secretary", "member", "observer"] as const;
type Role = (typeof roles)[number];
type Seats = Readonly<Record<string, { readonly role: Role | ""; readonly function: string }>>;

const empty = {
  kind: kinds[0] as string,
  name: "",
  nameAr: "",
  presidedBy: presidents[0] as string,
  months: "3",
  on: "",
};

export function SetUpForm({ agreement }: { agreement: Agreement }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [seats, setSeats] = useState<Seats>({});
  const set = (change: Partial<typeof empty>) => setTyped({ ...typed, ...change });
  const making = useMutation({
    mutationFn: () =>
      setUpCommittee({
        ...{ agreement: agreement.reference, setUpOn: typed.on },
        ...{ name: typed.name, nameAr: typed.nameAr.trim() || null },
        kind: kinds.find((one) => one === typed.kind) ?? kinds[0],
        presidedBy: presidents.find((one) => one === typed.presidedBy) ?? presidents[0],
        everyMonths: typed.months === "" ? null : Number(typed.months),
        members: Object.entries(seats).flatMap(([organisation, { role, function: held }]) =>
          role === "" ? [] : [{ organisation, role, function: held }],
        ),
      }),
    onSuccess: () => {
      setTyped(empty);
      setSeats({});
      return client.invalidateQueries({ queryKey: ["committees", agreement.reference] });
    },
  });
  return (
    <details className="make">
      <summary>
        <FormattedMessage id="committee.setUp" />
      </summary>
      <Form
        onSend={() => making.mutate()}
        isSending={making.isPending}
        error={making.error}
        action={<FormattedMessage id="committee.setUpAction" />}
      >
        <WhatItIs typed={typed} set={set} />
        <SeatFields agreement={agreement} seats={seats} onSeats={setSeats} />
      </Form>
    </details>
  );
}

function WhatItIs({ typed, set }: { typed: typeof empty; set: (change: Partial<typeof empty>) => void }) {
  const intl = useIntl();
  return (
    <>
      <ChoiceField
        label={<FormattedMessage id="committee.kind" />}
        value={typed.kind}
        onChange={(kind) => set({ kind })}
        options={kinds.map((value) => ({
          value,
          words: intl.formatMessage({ id: `committee.kind.${value}` }),
        }))}
      />
      <HeadFields typed={typed} set={set} />
      <TextField
        label={<FormattedMessage id="committee.setUpOn" />}
        type="date"
        isNeeded
        value={typed.on}
        onChange={(on) => set({ on })}
      />
    </>
  );
}

interface SeatsProps {
  readonly agreement: Agreement;
  readonly seats: Seats;
  readonly onSeats: (seats: Seats) => void;
}

/** One line a party of the agreement: as what it sits there, and which function. */
function SeatFields({ agreement, seats, onSeats }: SeatsProps) {
  const intl = useIntl();
  const nameOf = useOrganisationName(agreement.space);
  const parties = [...new Map(agreement.partiesInFull.map((party) => [party.reference, party])).values()];
  const options = roles.map((value) => ({
    value,
    words: intl.formatMessage({ id: `committee.role.${value}` }),
  }));
  const none = { value: "", words: intl.formatMessage({ id: "committee.role.none" }) };
  return (
    <>
      {parties.map(({ reference, presentName }) => {
        const seat = seats[reference] ?? { role: "" as const, function: "" };
        const change = (more: Partial<typeof seat>) =>
          onSeats({ ...seats, [reference]: { ...seat, ...more } });
        return (
          <fieldset key={reference} className="seat">
            <legend>
              <Name>{nameOf({ reference, name: presentName })}</Name>
            </legend>
            <ChoiceField
              label={<FormattedMessage id="committee.seat" />}
              value={seat.role}
              onChange={(role) => change({ role: roles.find((one) => one === role) ?? "" })}
              options={[none, ...options]}
            />
            {seat.role !== "" && (
              <TextField
                label={<FormattedMessage id="committee.function" />}
                why={<FormattedMessage id="committee.functionWhy" />}
                isNeeded
                least={2}
                most={200}
                value={seat.function}
                onChange={(held) => change({ function: held })}
              />
            )}
          </fieldset>
        );
      })}
    </>
  );
}
