// What is told of a place while the pointer or the keyboard is on it: its number, and its promise bar.
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceRow } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { useLocale } from "../language/language-provider.tsx";
import { directionOf } from "../language/locale.ts";
import { PromiseBar } from "../promise-bar/promise-bar.tsx";
import { barSentence } from "../promise-bar/sentence.ts";
import { size } from "./draw-map.ts";
import type { Measure } from "./measures.ts";
import { promisedThere } from "./promised-there.ts";
import { usePlaceWords } from "./use-places.ts";

interface PlaceTipProps {
  readonly place: PlaceRow;
  readonly spot: { readonly x: number; readonly y: number } | undefined;
  readonly measure: Measure;
  readonly space: Space;
  readonly unit: string | null;
}

export function PlaceTip({ place, spot, measure, space, unit }: PlaceTipProps) {
  const intl = useIntl();
  const words = usePlaceWords(space);
  const direction = directionOf(useLocale());
  if (spot === undefined) return null;
  const promised = promisedThere(place);
  const share = (value: number) => `${((value / size) * 100).toFixed(1)}%`;
  return (
    <div
      className="map-tip small"
      dir={direction}
      aria-hidden="true"
      data-side={spot.x > size / 2 ? "left" : "right"}
      data-edge={spot.y > size / 2 ? "above" : "below"}
      style={{ left: share(spot.x), top: share(spot.y) }}
    >
      <strong>{words.name(place)}</strong>
      <span>
        {words.measure(measure)} : <bdi>{words.said(place, measure)}</bdi>
      </span>
      <PromiseBar promised={promised} unit={words.unit(unit)} timeless />
      <span className="muted">{barSentence(intl, promised, words.unit(unit), { time: false })}</span>
      <span className="muted">
        <FormattedMessage id={place.kind === "province" ? "places.tip.open" : "places.tip.enter"} />
      </span>
    </div>
  );
}
