// The shades of the map in words.
import { useId } from "react";
import { useIntl } from "react-intl";
import type { PlaceRow } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { isShare, type Measure, numberAt } from "./measures.ts";
import { stepsFor } from "./shades.ts";
import { usePlaceWords } from "./use-places.ts";

export function NoNumberPattern({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="map-none-ground" />
        <rect width="1.2" height="7" className="map-none-line" />
      </pattern>
    </defs>
  );
}

/** The shades in words: from … to …, and what a hatched place means. */
export function MapKey({
  places,
  measure,
  space,
}: {
  readonly places: readonly PlaceRow[];
  readonly measure: Measure;
  readonly space: Space;
}) {
  const intl = useIntl();
  const words = usePlaceWords(space);
  const none = useId();
  const list = stepsFor(
    places.map((place) => numberAt(place, measure)),
    isShare(measure),
  );
  return (
    <ul className="map-key small">
      {list.map(({ from, to }, at) => (
        <li key={to}>
          <svg width="22" height="14" aria-hidden="true">
            <rect className="map-place" data-shade={at + 1} x="0.5" y="0.5" width="21" height="13" />
          </svg>
          <bdi>
            {intl.formatMessage(
              { id: "places.step" },
              { from: words.number(measure, from), to: words.number(measure, to) },
            )}
          </bdi>
        </li>
      ))}
      <li>
        <svg width="22" height="14" aria-hidden="true">
          <NoNumberPattern id={none} />
          <rect className="map-place" fill={`url(#${none})`} x="0.5" y="0.5" width="21" height="13" />
        </svg>
        {intl.formatMessage({ id: "places.noNumber" })}
      </li>
    </ul>
  );
}
