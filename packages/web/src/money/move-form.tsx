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

interface MoveFormProps {
  readonly data: OneContribution;
  /** As the address has it: M1. */
  readonly number: string;
  readonly space: Space;
  readonly kind: MovementKind;
  /** The amount that is put right; null for a new one. */
  readonly corrected: Movement | null;
}

type Field = "amount" | "on" | "payee" | "note" | "reason";

const usualPaper: Readonly<Record<MovementKind, PaperKind>> = {
  called: "call_letter",
  paid: "bank_notice",
  justified: "invoice",
};

function useMoveForm({ data, number, kind, corrected }: MoveFormProps, papers: readonly PaperGiven[]) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { currency } = data;
  const contribution = data.contribution.reference;
  const keep = useKeptPapers(contribution);
  return useForm<Field, unknown>({
    name: `${corrected?.id ?? kind} of ${contribution}`,
    recorded: { texts: textsOf(corrected), revision: null },
    rules: { ...bodies.moveMoney, amount: {}, reason: corrected ? bodies.correctMovement.reason : {} },
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
    save: async ({ amount, on, payee, note, reason }) => {
      const told = {
        ...{ contribution, on, papers: await keep(papers), payee: orNull(payee), note: orNull(note) },
        amount: readAmount(amount, currency) ?? "",
      };
      if (corrected === null) return moveMoney(kind, told);
      return correctMovement({ ...told, movement: corrected.id, reason: reason.trim() });
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
  ...{ payee: corrected?.payee?.reference ?? "", note: corrected?.note ?? "" },
});

export function MoveForm(props: MoveFormProps) {
  const { data, kind, corrected, space } = props;
  const intl = useIntl();
  const [papers, setPapers] = useState<readonly PaperGiven[]>([]);
  const form = useMoveForm(props, papers);
  return (
    <FormShell
      form={form}
      label={intl.formatMessage({ id: `move.title.${corrected ? "correct" : kind}` })}
      action={<FormattedMessage id={`move.action.${corrected ? "correct" : kind}`} />}
      nameOf={(name) => <FormattedMessage id={`move.${name}`} />}
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
