// The same numbers as bars on one base, the greatest first; each number opens.
import { FormattedMessage } from "react-intl";
import type { PlaceRow } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { Name } from "../language/figures.tsx";
import { type Measure, numberAt } from "./measures.ts";
import { usePlaceWords } from "./use-places.ts";
import "./bars.css";

interface RankedPlacesProps {
  readonly places: readonly PlaceRow[];
  readonly measure: Measure;
  readonly space: Space;
  readonly onOpen: (place: PlaceRow) => void;
}

export function RankedPlaces({ places, measure, space, onOpen }: RankedPlacesProps) {
  const words = usePlaceWords(space);
  const known = places.flatMap((place) => {
    const value = numberAt(place, measure);
    return value === null ? [] : [{ place, value }];
  });
  const greatest = Math.max(0, ...known.map(({ value }) => value));
  const unknown = places.filter((place) => numberAt(place, measure) === null);
  return (
    <section className="ranks" aria-label={words.measure(measure)}>
      <h2 className="begins-high">{words.measure(measure)}</h2>
      <ol className="bars">
        {known
          .toSorted((a, b) => b.value - a.value)
          .map(({ place, value }) => (
            <li key={place.code} className="bar-line">
              <Name>{words.name(place)}</Name>
              <Bar share={greatest === 0 ? 0 : value / greatest} />
              <button
                type="button"
                className="figure number"
                data-place={place.code}
                onClick={() => onOpen(place)}
              >
                <bdi>{words.number(measure, value)}</bdi>
              </button>
            </li>
          ))}
      </ol>
      {unknown.length > 0 && (
        <p className="small muted">
          <FormattedMessage
            id="places.without"
            values={{
              count: unknown.length,
              names: unknown.map((place) => words.name(place)).join(" · "),
            }}
          />
        </p>
      )}
    </section>
  );
}

/** A length on a common base; in a page that reads from right to left it grows to the left. */
export function Bar({
  share,
  className = "bar-fill",
}: {
  readonly share: number;
  readonly className?: string;
}) {
  return (
    <svg className="bar" width="100%" height="12" aria-hidden="true">
      <rect className={className} x="0" y="1" width={`${(share * 100).toFixed(2)}%`} height="10" />
      <rect className="bar-foot" x="0" y="0" width="1" height="12" />
    </svg>
  );
}
