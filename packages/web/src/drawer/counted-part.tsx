import { FormattedMessage } from "react-intl";
import type { StandingRow, When } from "../api/read.ts";
import { Count } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { useIsAsked } from "./use-is-asked.ts";

interface CountedPartProps {
  readonly row: StandingRow;
  readonly isAsked: boolean;
  readonly when: When;
}

const levels = ["E1", "E2", "E3", "E4"] as const;

/** What is counted: by evidence, and the rows themselves. */
export function CountedPart({ row, isAsked }: CountedPartProps) {
  const place = useIsAsked<HTMLElement>(isAsked);
  if (row.state === "no_evidence") {
    return (
      <section className="drawer-section" ref={place}>
        <h3>
          <FormattedMessage id="bar.noEvidence" />
        </h3>
        <p className="muted small">
          <FormattedMessage id="figure.noEvidenceWhy" />
        </p>
      </section>
    );
  }
  return (
    <section className="drawer-section" ref={place}>
      <h3>
        <span>
          <Swatch part="realised" />
          <FormattedMessage id="bar.realisedWord" />
        </span>
        <Count value={row.realised} />
      </h3>
      <dl className="pairs">
        {levels.map((level) => (
          <div key={level} className="pair">
            <dt>
              <FormattedMessage id={`figure.evidence.${level}`} />
            </dt>
            <dd className="number">
              <Count value={row.byEvidence[level]} />
            </dd>
          </div>
        ))}
      </dl>
      {row.overlap > 0 && (
        <p className="small">
          <FormattedMessage id="figure.overlap" values={{ count: row.overlap }} />
        </p>
      )}
    </section>
  );
}
