// What each cell of the list says, as plain values for a file: the same words in the same language.
import { useMemo } from "react";
import { type IntlShape, useIntl } from "react-intl";
import type { AgreementLine, AgreementSummary } from "../api/read.ts";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { barSentence } from "../promise-bar/sentence.ts";
import { kindKey, useStateWords, useTitle } from "./agreement-words.tsx";

type LineOf = (one: AgreementSummary) => AgreementLine | undefined;

type NameOf = (party: AgreementSummary["parties"][number]) => string;

export function useListValues(nameOf: NameOf) {
  const intl = useIntl();
  const title = useTitle();
  const states = useStateWords();
  return useMemo(() => listValues(intl, title, states, nameOf), [intl, title, states, nameOf]);
}

function listValues(
  intl: IntlShape,
  title: (one: AgreementSummary) => string,
  states: (state: string) => string,
  nameOf: NameOf,
) {
  const said = (id: string) => intl.formatMessage({ id });
  return {
    title: [
      { label: said("list.column.title"), of: (one: AgreementSummary) => title(one) },
      { label: said("list.value.reference"), of: (one: AgreementSummary) => one.reference },
    ],
    kind: (one: AgreementSummary) => said(kindKey(one)),
    state: (one: AgreementSummary) =>
      one.reported ? `${states(one.state)} ${said("agreement.reported")}` : states(one.state),
    parties: (one: AgreementSummary) => [...new Set(one.parties.map(nameOf))].join(" · "),
    money: (lineOf: LineOf) => [
      { label: said("list.column.money"), of: (one: AgreementSummary) => amountOf(lineOf(one)) },
      {
        label: said("list.value.currency"),
        of: (one: AgreementSummary) =>
          lineOf(one)
            ?.money.map(({ currency }) => currency)
            .join(" · ") ?? null,
      },
    ],
    promises: (lineOf: LineOf) => (one: AgreementSummary) =>
      lineOf(one)
        ?.commitments.map((row) => barSentence(intl, promisedOf(row), row.wording ?? row.indicator ?? ""))
        .join(" ") ?? null,
  };
}

/** One amount is a number; amounts in several currencies cannot be one. */
function amountOf(line: AgreementLine | undefined): string | number | null {
  const amounts = line?.money.map(({ amount }) => amount) ?? [];
  const [first] = amounts;
  if (first === undefined) return null;
  return amounts.length === 1 ? Number(first) : amounts.join(" · ");
}
