// The columns of ledger words, in their order: announced, signed, declared, realised, proven.
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { FormattedMessage, type IntlShape, useIntl } from "react-intl";
import type { StandingRow } from "../api/read.ts";
import { useVocabulary, type Vocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { type Opened, type Part, useOpen } from "../app/opened.ts";
import { Count, Day, Name } from "../language/figures.tsx";
import { PromiseName } from "../language/promise-name.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import type { Column } from "../table/data-table.tsx";
import { announcedRange } from "./announced-range.ts";
import { Originally } from "./originally.tsx";
import { useStandingValues } from "./standing-values.ts";
import "./standings.css";

/** They stay the same while the page moves about them, so that rows that stand are not drawn again. */
export function useStandingColumns(space: Space, showsAgreement = true): Column<StandingRow>[] {
  const intl = useIntl();
  const words = useVocabulary(space);
  const open = useOpen();
  const values = useStandingValues(words);
  return useMemo(
    () => standingColumns({ intl, words, open, values, showsAgreement }),
    [intl, words, open, values, showsAgreement],
  );
}

interface ColumnsNeed {
  readonly intl: IntlShape;
  readonly words: Vocabulary;
  readonly open: (opened: Opened) => void;
  readonly values: ReturnType<typeof useStandingValues>;
  readonly showsAgreement: boolean;
}

function standingColumns(needs: ColumnsNeed): Column<StandingRow>[] {
  const { intl, words, open, values, showsAgreement } = needs;
  const label = (key: string) => intl.formatMessage({ id: `standings.column.${key}` });
  const unitOf = (row: StandingRow) => (row.unit ? words.unit(row.unit) : "");
  const opens = (row: StandingRow, part: Part | null) => () =>
    open({ kind: "figure", commitment: row.commitment ?? "", part });
  const figure = (part: Part, content: (row: StandingRow) => ReactNode): Column<StandingRow> => ({
    id: part,
    ...(part === "signed" ? { values: values.signed } : { value: values[part] }),
    label: label(part),
    swatch: <Swatch part={part} />,
    isNumber: true,
    cell: (row) => (
      <>
        <button type="button" className="figure" onClick={opens(row, part)}>
          {content(row)}
        </button>
        {part === "signed" && <Originally row={row} />}
      </>
    ),
  });
  const result = (row: StandingRow, value: number) => (
    <Count value={row.state === "no_evidence" ? null : value} />
  );
  return [
    {
      id: "commitment",
      label: label("commitment"),
      isName: true,
      cell: (row) => <CommitmentName row={row} words={words} />,
      values: values.commitment,
    },
    ...(showsAgreement ? [agreementColumn(label("agreement"))] : []),
    { id: "unit", label: label("unit"), cell: unitOf, value: unitOf, atFirstHidden: true },
    {
      id: "territory",
      label: label("territory"),
      cell: (row) => (row.territory ? <Name>{words.place(row.territory)}</Name> : null),
      value: (row) => row.territory && words.place(row.territory),
      atFirstHidden: !showsAgreement,
    },
    figure("announced", (row) => <Announced row={row} />),
    figure("signed", (row) => <Count value={row.signed.current} />),
    figure("declared", (row) => <Count value={row.declared} />),
    figure("realised", (row) => result(row, row.realised)),
    figure("proven", (row) => result(row, row.proven)),
    {
      id: "bar",
      label: label("bar"),
      cell: (row) => <PromiseBar promised={promisedOf(row)} unit={unitOf(row)} onOpen={opens(row, null)} />,
      value: values.bar,
    },
    {
      id: "state",
      label: label("state"),
      cell: (row) => <StateWords row={row} />,
      values: values.state,
    },
  ];
}

const agreementColumn = (label: string): Column<StandingRow> => ({
  id: "agreement",
  label,
  cell: (row) => <AgreementLink row={row} />,
  value: (row) => row.agreement,
});

function AgreementLink({ row }: { row: StandingRow }) {
  return (
    <Link to="/agreements/$reference" params={{ reference: row.agreement ?? "" }} className="nowrap">
      <Name>{row.agreement}</Name>
    </Link>
  );
}

function CommitmentName({ row, words }: { row: StandingRow; words: Vocabulary }) {
  const counted = row.indicator ? words.indicator(row.indicator) : null;
  return (
    <PromiseName wording={row.wording} counted={counted} reference={row.commitment}>
      {row.kind === "best_efforts" && (
        <>
          {" · "}
          <FormattedMessage id="standings.bestEfforts" />
        </>
      )}
    </PromiseName>
  );
}

/** The announced number; where the sources differ, the lowest and the highest. */
export function Announced({ row }: { row: StandingRow }) {
  const { low, high } = announcedRange(row);
  if (low === null) return <Count value={null} />;
  if (low === high) return <Count value={low} />;
  return (
    <FormattedMessage
      id="standings.range"
      values={{ low: <Count value={low} />, high: <Count value={high} /> }}
    />
  );
}

/** How it stands, and by which day it is due. */
export function StateWords({ row }: { row: StandingRow }) {
  return (
    <span className="state-words">
      {row.state && (
        <span data-state={row.state}>
          <FormattedMessage id={`standings.state.${row.state}`} />
        </span>
      )}
      <span className="small muted">
        {row.deadline ? (
          <FormattedMessage id="standings.deadline" values={{ day: <Day value={row.deadline} /> }} />
        ) : (
          row.state !== "no_deadline" && <FormattedMessage id="bar.noDeadline" />
        )}
      </span>
    </span>
  );
}
