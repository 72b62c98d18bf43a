// Each commitment with its bar and its five words; what the sheet has no room for is counted, the late ones come first.
import { FormattedMessage, useIntl } from "react-intl";
import { Section } from "../agreements/section.tsx";
import type { Agreement, StandingRow } from "../api/read.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Day, Name } from "../language/figures.tsx";
import { useLocale } from "../language/language-provider.tsx";
import { PromiseBar, Swatch } from "../promise-bar/promise-bar.tsx";
import { promisedOf } from "../promise-bar/promised-of.ts";
import { announcedRange } from "../standings/announced-range.ts";
import { Originally } from "../standings/originally.tsx";
import { More } from "./sheet-facts.tsx";
import "../standings/standings.css";

const shown = 6;
const columns = ["announced", "signed", "declared", "realised", "proven"] as const;

export function SheetPromises({ agreement, rows }: { agreement: Agreement; rows: readonly StandingRow[] }) {
  const own = rows.filter((row) => row.agreement === agreement.reference);
  const held = own.length > 0 ? own : rows;
  const fit = held.length <= shown ? held : lateFirst(held).slice(0, shown);
  return (
    <Section title={<FormattedMessage id="agreement.commitments" />}>
      {own.length === 0 && (
        <p className="muted small">
          <FormattedMessage id={rows.length > 0 ? "agreement.onlyBelow" : "agreement.noCommitment"} />
        </p>
      )}
      {fit.length > 0 && (
        <table className="sheet-table">
          <thead>
            <tr>
              <th scope="col" className="sheet-cell sheet-head">
                <FormattedMessage id="standings.column.commitment" />
              </th>
              {columns.map((part) => (
                <th key={part} scope="col" className="sheet-cell sheet-head number">
                  <Swatch part={part} />
                  <FormattedMessage id={`standings.column.${part}`} />
                </th>
              ))}
            </tr>
          </thead>
          {fit.map((row) => (
            <PromiseLines key={row.nodeId} row={row} />
          ))}
        </table>
      )}
      <More count={held.length - fit.length} />
    </Section>
  );
}

const lateFirst = (rows: readonly StandingRow[]) =>
  [...rows].sort((a, b) => Number(b.state === "late") - Number(a.state === "late"));

/** Two lines of the table: the promise with its figures, then its bar and how it stands. */
function PromiseLines({ row }: { row: StandingRow }) {
  const open = useOpen();
  const intl = useIntl();
  const words = useVocabulary(row.space);
  const isFrench = useLocale() === "fr";
  const indicator = row.indicator ? words.indicator(row.indicator) : null;
  const unit = row.unit ? words.unit(row.unit) : "";
  const told = (value: number) => (row.state === "no_evidence" ? null : value);
  const figures = {
    announced: <AnnouncedFigure row={row} />,
    signed: (
      <>
        <Count value={row.signed.current} />
        <Originally row={row} />
      </>
    ),
    declared: <Count value={row.declared} />,
    realised: <Count value={told(row.realised)} />,
    proven: <Count value={told(row.proven)} />,
  };
  return (
    <tbody>
      <tr className="sheet-first">
        <th scope="row" className="sheet-cell sheet-named">
          <span className="two-lines">
            {isFrench || indicator === null ? <Name>{row.wording}</Name> : indicator}
          </span>
        </th>
        {columns.map((part) => (
          <td
            key={part}
            className="sheet-cell number"
            data-label={intl.formatMessage({ id: `standings.column.${part}` })}
          >
            <button
              type="button"
              className="figure"
              data-part={part}
              onClick={() => open({ kind: "figure", commitment: row.commitment ?? "", part })}
            >
              {figures[part]}
            </button>
          </td>
        ))}
      </tr>
      <tr className="sheet-bar">
        <td className="sheet-cell">
          <Standing row={row} />
        </td>
        <td className="sheet-cell" colSpan={columns.length}>
          <PromiseBar promised={promisedOf(row)} unit={unit} />
        </td>
      </tr>
    </tbody>
  );
}

function Standing({ row }: { row: StandingRow }) {
  return (
    <>
      {row.state && (
        <span data-state={row.state}>
          <FormattedMessage id={`standings.state.${row.state}`} />
        </span>
      )}
      {row.deadline && (
        <span className="muted">
          {" · "}
          <FormattedMessage id="standings.deadline" values={{ day: <Day value={row.deadline} /> }} />
        </span>
      )}
    </>
  );
}

function AnnouncedFigure({ row }: { row: StandingRow }) {
  const { low, high } = announcedRange(row);
  if (low === high) return <Count value={low} />;
  return (
    <FormattedMessage
      id="standings.range"
      values={{ low: <Count value={low} />, high: <Count value={high} /> }}
    />
  );
}
