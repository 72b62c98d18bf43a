// Who counts, by population: one person may be of several, so there is no sum.
import { FormattedMessage } from "react-intl";
import type { NodeMargins } from "../api/places.ts";
import { useVocabulary } from "../api/vocabulary.ts";
import type { Space } from "../app/address.ts";
import { MarginBar } from "../drawer/margin-bar.tsx";
import { Count } from "../language/figures.tsx";
import "../drawer/margins.css";

interface PopulationsProps {
  readonly data: NodeMargins;
  readonly space: Space;
  readonly onOpen: (line: string) => void;
}

export function Populations({ data: { populations, realised }, space, onOpen }: PopulationsProps) {
  const words = useVocabulary(space);
  if (populations.length === 0) return null;
  return (
    <section className="figure-block figure-wide" aria-labelledby="populations-title">
      <h3 id="populations-title">
        <FormattedMessage id="places.byPopulation" />
      </h3>
      <p className="small muted">
        <FormattedMessage id="places.noSum" values={{ realised: <Count value={realised} /> }} />
      </p>
      <ul className="bars">
        {populations.map((one) => (
          <li key={one.code} className="bar-line bar-line-wide">
            <span>{words.population(one.code)}</span>
            <MarginBar realised={one.realised} proven={one.proven} greatest={realised} />
            <button
              type="button"
              className="figure number"
              data-line={`population=${one.code}`}
              onClick={() => onOpen(`population=${one.code}`)}
            >
              <Count value={one.realised} />
            </button>
            <span className="small muted number">
              <FormattedMessage id="margins.proven" values={{ proven: one.proven }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
