// What each cell of the standings says, as plain values for a file.
import { useMemo } from "react";
import { type IntlShape, useIntl } from "react-intl";
import type { StandingRow } from "../api/read.ts";
import type { Vocabulary } from "../api/vocabulary.ts";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { barSentence } from "../promise-bar/sentence.ts";
import { announcedRange } from "./announced-range.ts";

export function useStandingValues(words: Vocabulary) {
  const intl = useIntl();
  return useMemo(() => standingValues(intl, words), [intl, words]);
}

function standingValues(intl: IntlShape, words: Vocabulary) {
  const said = (id: string) => intl.formatMessage({ id });
  const told = (row: StandingRow, value: number) => (row.state === "no_evidence" ? null : value);
  return {
    commitment: [
      { label: said("standings.column.commitment"), of: (row: StandingRow) => row.commitment },
      { label: said("standings.value.wording"), of: (row: StandingRow) => row.wording },
      {
        label: said("standings.value.indicator"),
        of: (row: StandingRow) =>
          row.indicator ? words.indicator(row.indicator) : said("figure.indicatorOpen"),
      },
    ],
    /** Where the sources differ, both numbers, as on the screen. */
    announced: (row: StandingRow) => {
      const { low, high } = announcedRange(row);
      return low === high || low === null || high === null
        ? low
        : intl.formatMessage(
            { id: "standings.range" },
            { low: intl.formatNumber(low), high: intl.formatNumber(high) },
          );
    },
    signed: [
      { label: said("bar.originalWord"), of: (row: StandingRow) => row.signed.original },
      { label: said("standings.column.signed"), of: (row: StandingRow) => row.signed.current },
    ],
    declared: (row: StandingRow) => row.declared,
    realised: (row: StandingRow) => told(row, row.realised),
    proven: (row: StandingRow) => told(row, row.proven),
    bar: (row: StandingRow) =>
      barSentence(intl, promisedOf(row), row.unit ? words.unit(row.unit) : (row.wording ?? "")),
    state: [
      {
        label: said("standings.column.state"),
        of: (row: StandingRow) => row.state && said(`standings.state.${row.state}`),
      },
      { label: said("standings.value.deadline"), of: (row: StandingRow) => row.deadline },
    ],
  };
}
