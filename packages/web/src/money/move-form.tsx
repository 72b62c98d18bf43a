import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import {
  correctMovement,
  type Movement,
  type MovementKind,
  moveMoney,
  type OneContribution,
  type PaperKind,
} from "../api/funding.ts";
import type { Space } from "../app/address.ts";
import { AskText } from "../form/asked.tsx";
import bodies from "../form/bodies.gen.json";
import { FormShell } from "../form/form-shell.tsx";
import { PickOrganisation } from "../form/picks.tsx";
import { orNull } from "../form/texts.ts";
import { useForm } from "../form/use-form.ts";
import { Money as Amount, Day } from "../language/figures.tsx";
import { readAmount } from "./amount.ts";
import { AskAmount } from "./ask-amount.tsx";
import { useKeptPapers } from "./keep-papers.ts";
import { type PaperGiven, PapersField } from "./papers-field.tsx";
import { TwinQuestion, useTwin } from "./twin.tsx";

interface MoveFormProps {
  readonly data: OneContribution;
  /** As the address has it: M1. */
  readonly number: string;
  readonly space: Space;
  readonly kind: MovementKind;
  /** The amount that is put right; null for a new one. */
  readonly corrected: Movement | null;
}

/** `again` holds the amount and day of which it was said that they are another one's: changed, they are asked anew. */
type Field = "amount" | "on" | "payee" | "note" | "reason" | "again";

const usualPaper: Readonly<Record<MovementKind, PaperKind>> = {
  called: "call_letter",
  paid: "bank_notice",
  justified: "invoice",
};

const toldBy = ({ amount, on }: Readonly<Record<Field, string>>, currency: string) =>
  `${readAmount(amount, currency)} ${on}`;

function useMoveForm(
  { data, number, kind, corrected }: MoveFormProps,
  papers: readonly PaperGiven[],
  { asking }: ReturnType<typeof useTwin>,
) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { currency } = data;
  const contribution = data.contribution.reference;
  const keep = useKeptPapers(contribution);
  return useForm<Field, unknown>({
    name: `${corrected?.id ?? kind} of ${contribution}`,
    recorded: { texts: textsOf(corrected), revision: null },
    rules: {
      ...bodies.moveMoney,
      amount: {},
      again: {},
      reason: corrected ? bodies.correctMovement.reason : {},
    },
    check: ({ amount, reason }) => ({
      ...(readAmount(amount, currency) === null && {
        amount: { id: amount.trim() === "" ? "form.fault.needed" : "moneyForm.fault.amount" },
      }),
      ...(corrected && reason.trim() === "" && { reason: { id: "form.fault.needed" } }),
    }),
    about: {
      "funding.day_to_come": "on",
      "funding.amount_missing": "amount",
      "kernel.money_unreadable": "amount",
      "organisations.unknown": "payee",
    },
    save: async (values) => {
      const { amount, on, payee, note, reason, again } = values;
      const key = toldBy(values, currency);
      const told = {
        ...{ contribution, on, papers: await keep(papers), payee: orNull(payee), note: orNull(note) },
        ...{ amount: readAmount(amount, currency) ?? "", again: again === key },
      };
      return asking<unknown>(key, () =>
        corrected === null
          ? moveMoney(kind, told)
          : correctMovement({ ...told, movement: corrected.id, reason: reason.trim() }),
      );
    },
    onSaved: async () => {
      await client.invalidateQueries();
      const params = { reference: data.agreement.reference, number };
      await navigate({ to: "/agreements/$reference/money/$number", params, hash: kind });
    },
  });
}

const textsOf = (corrected: Movement | null): Readonly<Record<Field, string>> => ({
  ...{ amount: corrected?.amount ?? "", on: corrected?.on ?? "", reason: "" },
  ...{ payee: corrected?.payee?.reference ?? "", note: corrected?.note ?? "", again: "" },
});

export function MoveForm(props: MoveFormProps) {
  const { data, kind, corrected, space } = props;
  const intl = useIntl();
  const [papers, setPapers] = useState<readonly PaperGiven[]>([]);
  const twins = useTwin();
  const form = useMoveForm(props, papers, twins);
  const told = toldBy(form.values, data.currency);
  const twin = twins.of(told, form.refusal);
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: `move.title.${corrected ? "correct" : kind}` })}
      action={<FormattedMessage id={`move.action.${corrected ? "correct" : kind}`} />}
      nameOf={(name) => <FormattedMessage id={`move.${name}`} />}
      refusal={
        twin && (
          <TwinQuestion
            twin={twin}
            isAnother={form.values.again === told}
            onTick={(isAnother) => form.set("again", isAnother ? told : "")}
          />
        )
      }
    >
      {corrected && <WhatWas corrected={corrected} currency={data.currency} />}
      <AskAmount
        form={form}
        name="amount"
        currency={data.currency}
        label={<FormattedMessage id={`move.amount.${kind}`} values={{ currency: data.currency }} />}
      />
      <AskText
        form={form}
        name="on"
        type="date"
        isNeeded
        label={<FormattedMessage id={`move.day.${kind}`} />}
        why={<FormattedMessage id={`move.on.${kind}`} />}
      />
      {kind === "paid" && (
        <PickOrganisation
          form={form}
          name="payee"
          space={space}
          label={<FormattedMessage id="move.payee" />}
          why={<FormattedMessage id="move.payee.why" />}
        />
      )}
      <PapersField papers={papers} usual={usualPaper[kind]} onChange={setPapers} />
      <AskText form={form} name="note" lines={2} label={<FormattedMessage id="move.note" />} />
      {corrected && (
        <AskText form={form} name="reason" lines={2} isNeeded label={<FormattedMessage id="move.reason" />} />
      )}
    </FormShell>
  );
}

function WhatWas({ corrected, currency }: { corrected: Movement; currency: string }) {
  return (
    <p className="muted">
      <FormattedMessage
        id="move.was"
        values={{
          amount: <Amount amount={corrected.amount} currency={currency} />,
          day: <Day value={corrected.on} />,
          papers: corrected.papers.length,
        }}
      />
    </p>
  );
}
