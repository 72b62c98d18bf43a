import { FormattedMessage } from "react-intl";
import type { Outcome } from "../../api/uploads.ts";
import { Count, Name } from "../../language/figures.tsx";

const told = ["rows", "added", "changed", "unchanged", "refused"] as const;

/** What became, or would become, of the rows. */
export function Tally({ outcome }: { outcome: Outcome }) {
  return (
    <>
      <dl className="sheet-tally">
        {told.map((name) => (
          <div key={name} data-refused={(name === "refused" && outcome.refused > 0) || undefined}>
            <dt>
              <FormattedMessage id={`sheet.tally.${name}`} />
            </dt>
            <dd>
              <Count value={outcome[name]} />
            </dd>
          </div>
        ))}
      </dl>
      <NotCounted outcome={outcome} />
      <Moved outcome={outcome} />
    </>
  );
}

/** Rows that are recorded and do not count, by reason. */
function NotCounted({ outcome }: { outcome: Outcome }) {
  const reasons = Object.entries(outcome.notCounted);
  if (reasons.length === 0) return null;
  return (
    <div>
      <h3>
        <FormattedMessage id="sheet.notCounted" />
      </h3>
      <ul>
        {reasons.map(([reason, count]) => (
          <li key={reason}>
            <FormattedMessage id={`core.results.reason.${reason}`} /> : <Count value={count} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Moved({ outcome }: { outcome: Outcome }) {
  if (outcome.counts.length === 0) return null;
  return (
    <div>
      <h3>
        <FormattedMessage id="sheet.moved" />
      </h3>
      <ul className="levels">
        {outcome.counts.map(({ commitment, before, after }) => (
          <li key={commitment}>
            <Name>{commitment}</Name>
            <span className="number">
              <Count value={before} />
              <span className="unseen">
                <FormattedMessage id="results.becomes" />
              </span>
              <span aria-hidden="true" className="becomes" />
              <strong>
                <Count value={after} />
              </strong>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
