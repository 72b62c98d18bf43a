// The last twelve months of a promise: a small picture whose columns open their rows, and its words.
import { FormattedMessage, useIntl } from "react-intl";
import type { PromiseMonths } from "../api/read.ts";
import { useOpen } from "../app/opened.ts";
import "./trend.css";

interface TrendProps {
  /** `undefined` while it is read: the room is kept. */
  readonly of: PromiseMonths | undefined;
  /** The picture alone is seen, where many columns stand side by side; its words are heard, and read at the promise. */
  readonly isBrief?: boolean;
}

export function Trend({ of, isBrief = false }: TrendProps) {
  const name = isBrief ? "trend trend-brief" : "trend";
  if (of === undefined) return <div className={name} />;
  const isEmpty = of.months.every(({ realised }) => realised === 0);
  return (
    <div className={name}>
      {isEmpty ? (
        <p className="muted">
          {isBrief && <span aria-hidden="true">–</span>}
          <span className={isBrief ? "unseen" : undefined}>
            <FormattedMessage id="trend.empty" />
          </span>
        </p>
      ) : (
        <Months of={of} isBrief={isBrief} />
      )}
    </div>
  );
}

interface MonthsProps {
  readonly of: PromiseMonths;
  readonly isBrief: boolean;
}

/** In the direction in which the page is read, as the other charts by month: in Arabic from right to left. */
function Months({ of: { commitment, months, lastThree, threeBefore }, isBrief }: MonthsProps) {
  const intl = useIntl();
  const greatest = Math.max(1, ...months.map(({ realised }) => realised));
  const short = (code: string | undefined) =>
    intl.formatDate(`${code}-15T12:00:00Z`, { month: "short", year: "numeric", timeZone: "UTC" });
  return (
    <>
      <ol className="trend-months" aria-label={intl.formatMessage({ id: "trend.title" }, { commitment })}>
        {months.map((month) => (
          <li key={month.code}>
            <Month commitment={commitment} month={month} greatest={greatest} />
          </li>
        ))}
      </ol>
      {!isBrief && (
        <p className="trend-ends" aria-hidden="true">
          <span>{short(months[0]?.code)}</span>
          <span>{short(months.at(-1)?.code)}</span>
        </p>
      )}
      <p className={isBrief ? "unseen" : undefined}>
        <FormattedMessage id="trend.words" values={{ lastThree, threeBefore }} />
      </p>
    </>
  );
}

interface MonthProps {
  readonly commitment: string;
  readonly month: PromiseMonths["months"][number];
  readonly greatest: number;
}

function Month({ commitment, month: { code, realised, proven }, greatest }: MonthProps) {
  const intl = useIntl();
  const open = useOpen();
  const month = intl.formatDate(`${code}-15T12:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" });
  const words = intl.formatMessage({ id: "trend.month" }, { month, realised, proven });
  if (realised === 0) return <span className="unseen">{words}</span>;
  return (
    <button
      type="button"
      className="trend-month"
      title={words}
      aria-label={words}
      onClick={() => open({ kind: "figure", commitment, part: "realised", line: `month=${code}` })}
    >
      <span className="trend-bar" style={{ blockSize: share(realised, greatest) }}>
        {proven > 0 && <span className="trend-proven" style={{ blockSize: share(proven, realised) }} />}
      </span>
    </button>
  );
}

const share = (part: number, whole: number) => `${((part / whole) * 100).toFixed(2)}%`;
