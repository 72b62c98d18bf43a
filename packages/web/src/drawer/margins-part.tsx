// The counted figure split by sex, age, milieu, education or month; each split adds up to the figure, each line opens
// its rows.
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type FactFilter, type Margins, margins, type StandingRow, type When } from "../api/read.ts";
import { Failure } from "../app/failure.tsx";
import { Count } from "../language/figures.tsx";
import { MarginBar } from "./margin-bar.tsx";
import "./margins.css";

type Margin = Margins["margins"][number];
type Dimension = Margin["dimension"];

const dimensions: readonly Dimension[] = ["sex", "age", "milieu", "education", "month"];

interface MarginsPartProps {
  readonly row: StandingRow;
  readonly when: When;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

export function MarginsPart({ row, when, filter, onFilter }: MarginsPartProps) {
  const { data, error, refetch } = useQuery(margins(row.commitment ?? "", when));
  if (error) return <Failure error={error} reset={() => void refetch()} />;
  if (!data || data.realised === 0) return null;
  return <Splits data={data} filter={filter} onFilter={onFilter} />;
}

interface SplitsProps {
  readonly data: Margins;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

/** A figure split one way after the other, of a commitment or of a node. */
export function Splits({ data, filter, onFilter }: SplitsProps) {
  const [chosen, setChosen] = useState<Dimension>(() => dimensionOf(filter) ?? "sex");
  const lines = data.margins.find(({ dimension }) => dimension === chosen)?.lines ?? [];
  return (
    <section className="margins" aria-labelledby="margins-title">
      <div className="margins-header">
        <h4 id="margins-title">
          <FormattedMessage id="margins.title" />
        </h4>
        <Choice chosen={chosen} onChoose={setChosen} />
      </div>
      <ul className="margin-lines">
        {lines.map((line) => (
          <Line
            key={line.code}
            dimension={chosen}
            line={line}
            greatest={Math.max(...lines.map(({ realised }) => realised))}
            filter={filter}
            onFilter={onFilter}
          />
        ))}
      </ul>
      <p className="small muted margins-sum">
        <FormattedMessage
          id="margins.sum"
          values={{ realised: <Count value={data.realised} />, proven: <Count value={data.proven} /> }}
        />
      </p>
    </section>
  );
}

function Choice({ chosen, onChoose }: { chosen: Dimension; onChoose: (dimension: Dimension) => void }) {
  const intl = useIntl();
  return (
    <fieldset className="margins-choice">
      <legend className="unseen">{intl.formatMessage({ id: "margins.title" })}</legend>
      {dimensions.map((dimension) => (
        <button
          key={dimension}
          type="button"
          aria-pressed={dimension === chosen}
          onClick={() => onChoose(dimension)}
        >
          <FormattedMessage id={`margins.${dimension}`} />
        </button>
      ))}
    </fieldset>
  );
}

interface LineProps {
  readonly dimension: Dimension;
  readonly line: Margin["lines"][number];
  readonly greatest: number;
  readonly filter: FactFilter;
  readonly onFilter: (filter: FactFilter) => void;
}

function Line({ dimension, line, greatest, filter, onFilter }: LineProps) {
  const wanted = filterOf(dimension, line.code);
  const isChosen = isSame(filter, wanted);
  return (
    <li>
      <button
        type="button"
        className="margin-line"
        aria-pressed={isChosen}
        onClick={() => onFilter(isChosen ? {} : wanted)}
      >
        <span className="margin-word">
          <LineWord dimension={dimension} code={line.code} />
        </span>
        <MarginBar realised={line.realised} proven={line.proven} greatest={greatest} />
        <strong className="number margin-realised">
          <Count value={line.realised} />
        </strong>
        <span className="small muted number margin-proven">
          <FormattedMessage id="margins.proven" values={{ proven: line.proven }} />
        </span>
      </button>
    </li>
  );
}

function LineWord({ dimension, code }: { dimension: Dimension; code: string }) {
  const intl = useIntl();
  if (dimension === "month") {
    return intl.formatDate(`${code}-15T12:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" });
  }
  if (dimension === "sex") return <FormattedMessage id={`facts.sex.${code}`} />;
  const name = code.replace("?", "unknown").replace("60+", "60up");
  if (dimension === "age") return <FormattedMessage id={`margins.age.${name}`} />;
  if (dimension === "milieu") return <FormattedMessage id={`margins.milieu.${name}`} />;
  return <FormattedMessage id={`margins.education.${name}`} />;
}

const filters = {
  sex: "sex",
  age: "ageBand",
  milieu: "milieu",
  education: "education",
  month: "month",
} as const satisfies Record<Dimension, keyof FactFilter>;

/** The rows of one line: those that make up the figure, and no others. */
function filterOf(dimension: Dimension, code: string): FactFilter {
  return { counting: true, [filters[dimension]]: code };
}

/** The split to which a filter belongs. */
const dimensionOf = (filter: FactFilter) =>
  dimensions.find((dimension) => filter[filters[dimension]] !== undefined);

const isSame = (a: FactFilter, b: FactFilter) => JSON.stringify(a) === JSON.stringify(b);
