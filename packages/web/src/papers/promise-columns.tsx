// The columns of a promise as it was frozen: a figure opens to its rows on the same two days.
import type { ReactNode } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { PaperPromise } from "../api/papers.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { type Part, useOpen } from "../app/opened.ts";
import { Count, Day, useLabel } from "../language/figures.tsx";
import { PromiseName } from "../language/promise-name.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import type { Column } from "../table/data-table.tsx";
import "../standings/standings.css";

export function usePromiseColumns(space: Space): Column<PaperPromise>[] {
  const intl = useIntl();
  const words = useVocabulary(space);
  const open = useOpen();
  const nameOf = useLabel();
  const label = (key: string) => intl.formatMessage({ id: `standings.column.${key}` });
  const opens = (row: PaperPromise, part: Part | null) => () =>
    open({ kind: "figure", commitment: row.reference, part });
  const figure = (part: Part, content: (row: PaperPromise) => ReactNode): Column<PaperPromise> => ({
    id: part,
    label: label(part),
    swatch: <Swatch part={part} />,
    isNumber: true,
    cell: (row) => (
      <button type="button" className="figure" onClick={opens(row, part)}>
        {content(row)}
      </button>
    ),
  });
  const result = (row: PaperPromise, value: number) => (
    <Count value={row.state === "no_evidence" ? null : value} />
  );
  return [
    {
      ...{ id: "commitment", label: label("commitment"), isName: true },
      cell: ({ wording, reference, indicatorName }) => (
        <PromiseName
          wording={wording}
          counted={indicatorName ? nameOf(indicatorName) : null}
          reference={reference}
        />
      ),
    },
    figure("announced", (row) => <Announced row={row} />),
    figure("signed", (row) => <Count value={row.signed.current} />),
    figure("declared", (row) => <Count value={row.declared} />),
    figure("realised", (row) => result(row, row.realised)),
    figure("proven", (row) => result(row, row.proven)),
    {
      id: "bar",
      label: label("bar"),
      cell: (row) => (
        <PromiseBar
          promised={promisedOf(row)}
          unit={row.unit ? words.unit(row.unit) : ""}
          onOpen={opens(row, null)}
        />
      ),
    },
    { id: "state", label: label("state"), cell: (row) => <StateWords row={row} /> },
  ];
}

function Announced({ row }: { row: PaperPromise }) {
  const numbers = row.announced.flatMap(({ value }) => (value === null ? [] : [value]));
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (numbers.length === 0) return <Count value={null} />;
  if (low === high) return <Count value={low} />;
  return (
    <FormattedMessage
      id="standings.range"
      values={{ low: <Count value={low} />, high: <Count value={high} /> }}
    />
  );
}

function StateWords({ row }: { row: PaperPromise }) {
  return (
    <span className="state-words">
      <span data-state={row.state}>
        <FormattedMessage id={`standings.state.${row.state}`} />
      </span>
      {row.deadline && (
        <span className="small muted">
          <FormattedMessage id="standings.deadline" values={{ day: <Day value={row.deadline} /> }} />
        </span>
      )}
    </span>
  );
}
