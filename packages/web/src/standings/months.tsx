// Who counts, month by month of the counting fact: columns in the direction in which the page is read, or a table.
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import type { NodeMargins } from "../api/places.ts";
import { Count } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { DataTable } from "../table/data-table.tsx";
import { fillMonths, type MonthCount } from "./fill-months.ts";

interface MonthsProps {
  readonly data: NodeMargins;
  readonly onOpen: (line: string) => void;
}

export function Months({ data, onOpen }: MonthsProps) {
  const [asTable, setAsTable] = useState(false);
  const lines = data.margins.find(({ dimension }) => dimension === "month")?.lines ?? [];
  const months = fillMonths(lines);
  return (
    <section className="figure-block figure-wide" aria-labelledby="months-title">
      <div className="figure-head">
        <h3 id="months-title">
          <FormattedMessage id="places.byMonth" />
        </h3>
        <span className="small muted">
          <Swatch part="realised" />
          <FormattedMessage id="bar.realisedWord" /> <Swatch part="proven" />
          <FormattedMessage id="bar.provenWord" />
        </span>
        <button type="button" className="button small not-printed" onClick={() => setAsTable(!asTable)}>
          <FormattedMessage id={asTable ? "places.asChart" : "places.asTable"} />
        </button>
      </div>
      {asTable ? <MonthTable months={months} onOpen={onOpen} /> : <Columns months={months} onOpen={onOpen} />}
    </section>
  );
}

const monthOf = (code: string) => `${code}-15T12:00:00Z`;

interface ColumnsProps {
  readonly months: readonly MonthCount[];
  readonly onOpen: (line: string) => void;
}

/** The list follows the page's direction, so that in Arabic time runs from right to left. */
function Columns({ months, onOpen }: ColumnsProps) {
  const intl = useIntl();
  const greatest = Math.max(1, ...months.map(({ realised }) => realised));
  // above the tallest column stands its number
  const height = (value: number) => `calc((100% - 28px) * ${(value / greatest).toFixed(4)})`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <ol className="months" tabIndex={0}>
      {months.map(({ code, realised, proven }, at) => (
        <li key={code}>
          <span className="month-column">
            {realised > 0 && (
              <button
                type="button"
                className="figure small"
                data-line={`month=${code}`}
                onClick={() => onOpen(`month=${code}`)}
              >
                <Count value={realised} />
                <span className="unseen">
                  <FormattedMessage id="margins.proven" values={{ proven }} />
                </span>
              </button>
            )}
            <span className="month-realised" style={{ blockSize: height(realised) }} aria-hidden="true">
              <span
                className="month-proven"
                style={{ blockSize: realised === 0 ? "0" : `${((proven / realised) * 100).toFixed(2)}%` }}
              />
            </span>
          </span>
          <span className="month-name small muted">
            {intl.formatDate(monthOf(code), { month: "short", timeZone: "UTC" })}
            {(at === 0 || code.endsWith("-01")) && (
              <bdi>{intl.formatDate(monthOf(code), { year: "numeric", timeZone: "UTC" })}</bdi>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

function MonthTable({ months, onOpen }: ColumnsProps) {
  const intl = useIntl();
  const told = (code: string) =>
    intl.formatDate(monthOf(code), { month: "long", year: "numeric", timeZone: "UTC" });
  return (
    <DataTable
      name="months"
      caption={intl.formatMessage({ id: "places.byMonth" })}
      rows={months}
      keyOf={({ code }) => code}
      whenEmpty={null}
      columns={[
        {
          id: "month",
          label: intl.formatMessage({ id: "margins.month" }),
          isName: true,
          cell: ({ code }) => told(code),
        },
        {
          id: "realised",
          label: intl.formatMessage({ id: "standings.column.realised" }),
          isNumber: true,
          cell: ({ code, realised }) => (
            <button type="button" className="figure" onClick={() => onOpen(`month=${code}`)}>
              <Count value={realised} />
            </button>
          ),
        },
        {
          id: "proven",
          label: intl.formatMessage({ id: "standings.column.proven" }),
          isNumber: true,
          cell: ({ proven }) => <Count value={proven} />,
        },
      ]}
    />
  );
}
