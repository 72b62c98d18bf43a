import { useState } from "react";
import { FormattedMessage } from "react-intl";
import type { FactFilter, StandingRow, When } from "../api/read.ts";
import { Count } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { DeclaredPart } from "./declared-part.tsx";
import { FactRows } from "./fact-rows.tsx";
import { filterOfLine } from "./filter-of-line.ts";
import { MarginsPart } from "./margins-part.tsx";
import { useIsAsked } from "./use-is-asked.ts";

interface CountedPartProps {
  readonly row: StandingRow;
  readonly isAsked: boolean;
  /** The split's line whose rows are shown first. */
  readonly line: string | undefined;
  readonly when: When;
}

/** What is declared, and what is counted: by evidence, then row by row. */
export function CountedPart({ row, isAsked, line, when }: CountedPartProps) {
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
    <>
      <DeclaredPart row={row} when={when} />
      <section className="drawer-section" ref={place}>
        <Realised row={row} line={line} when={when} />
      </section>
    </>
  );
}

const levels = [1, 2, 3, 4] as const;

function Realised({ row, line, when }: Omit<CountedPartProps, "isAsked">) {
  const [filter, setFilter] = useState<FactFilter>(() => filterOfLine(line));
  return (
    <>
      <h3>
        <span>
          <Swatch part="realised" />
          <FormattedMessage id="bar.realisedWord" />
        </span>
        <Count value={row.realised} />
      </h3>
      <EvidenceParts byEvidence={row.byEvidence} filter={filter} onFilter={setFilter} />
      {row.overlap > 0 && (
        <p className="small">
          <FormattedMessage id="figure.overlap" values={{ count: row.overlap }} />
        </p>
      )}
      <MarginsPart row={row} when={when} filter={filter} onFilter={setFilter} />
      <FactRows row={row} filter={filter} onFilter={setFilter} when={when} />
    </>
  );
}

interface EvidencePartsProps {
  readonly byEvidence: StandingRow["byEvidence"];
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

/** The count by the level of its evidence; each part shows its rows. */
export function EvidenceParts({ byEvidence, filter, onFilter }: EvidencePartsProps) {
  return (
    <ul className="breakdown">
      {levels.map((level) => (
        <li key={level}>
          <button
            type="button"
            className="breakdown-part"
            aria-pressed={filter.evidence === level}
            onClick={() => onFilter(filter.evidence === level ? {} : { evidence: level })}
          >
            <span>
              <FormattedMessage id={`figure.evidence.E${level}`} />
            </span>
            <Count value={byEvidence[`E${level}`]} />
          </button>
        </li>
      ))}
    </ul>
  );
}
