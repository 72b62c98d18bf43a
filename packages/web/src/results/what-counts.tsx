// Before anything is saved: whether the result counts, why not, and at which level it adds one.
import { useQuery } from "@tanstack/react-query";
import { FormattedMessage } from "react-intl";
import { type Preview, type PreviewBody, preview } from "../api/results.ts";
import { Refusal } from "../form/fields.tsx";
import { Count, Name, useLabel } from "../language/figures.tsx";

export function WhatCounts({ told }: { told: PreviewBody | null }) {
  const { data, error, isFetching } = useQuery(preview(told));
  return (
    <section className="answer" aria-live="polite" aria-busy={isFetching}>
      <h2>
        <FormattedMessage id="results.whatCounts" />
      </h2>
      {told === null && (
        <p className="muted">
          <FormattedMessage id="results.whatCountsWhen" />
        </p>
      )}
      {told !== null && !data && !error && (
        <p className="muted">
          <FormattedMessage id="shell.waiting" />
        </p>
      )}
      <Refusal error={error} />
      {data && <Counts counts={data} />}
    </section>
  );
}

function Counts({ counts }: { counts: Preview }) {
  const { levels, counting, reason, outcome } = counts;
  const raised = levels.filter(({ before, after }) => after !== before);
  const same = levels.filter(({ before, after }) => after === before);
  return (
    <>
      <p className={counting === "counted" ? undefined : "attention"}>
        <strong>
          {outcome === "unchanged" ? (
            <FormattedMessage id="results.toldAlready" />
          ) : (
            counting && <FormattedMessage id={`core.results.counting.${counting}`} />
          )}
        </strong>
        {reason && (
          <>
            {" : "}
            <FormattedMessage id={`core.results.reason.${reason}`} />
          </>
        )}
      </p>
      {raised.length > 0 && <Levels levels={raised} title={<FormattedMessage id="results.countsAt" />} />}
      {same.length > 0 && <Levels levels={same} title={<FormattedMessage id="results.countsAlready" />} />}
    </>
  );
}

type Level = Preview["levels"][number];

/** Each level's count, and what it becomes. */
export function Levels({ levels, title }: { levels: readonly Level[]; title: React.ReactNode }) {
  const label = useLabel();
  return (
    <div>
      <h3>{title}</h3>
      <ul className="levels">
        {levels.map(({ kind, reference, name, before, after }) => (
          <li key={reference}>
            <span>
              <span className="small muted">
                <FormattedMessage id={`results.level.${kind}`} />
              </span>{" "}
              <Name>{label(name)}</Name>
            </span>
            <span className="number">
              <Count value={before} />
              {after !== before && (
                <>
                  <span className="unseen">
                    <FormattedMessage id="results.becomes" />
                  </span>
                  <span aria-hidden="true" className="becomes" />
                  <strong>
                    <Count value={after} />
                  </strong>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
