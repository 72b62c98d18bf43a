// The map: each place in one of five shades with its number on it; one stop of the keyboard, arrows go to the neighbour,
// Enter opens.
import { type KeyboardEvent, memo, useCallback, useId, useMemo, useRef, useState } from "react";
import type { PlaceRow, Shapes } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { type DrawnPlace, drawMap, size } from "./draw-map.ts";
import { NoNumberPattern } from "./map-key.tsx";
import { isShare, type Measure, numberAt } from "./measures.ts";
import { isWay, nearestPlace } from "./nearest-place.ts";
import { PlaceTip } from "./place-tip.tsx";
import { shadeOf, stepsFor } from "./shades.ts";
import { type PlaceWords, usePlaceWords } from "./use-places.ts";

interface ChoroplethProps {
  readonly places: readonly PlaceRow[];
  readonly shapes: Shapes;
  readonly measure: Measure;
  readonly space: Space;
  readonly unit: string | null;
  readonly label: string;
  readonly onOpen: (place: PlaceRow) => void;
}

/** Beyond this many places their numbers would cover one another. */
const mostNumbers = 16;
const mostNames = 10;

export function Choropleth({ places, shapes, measure, space, unit, label, onOpen }: ChoroplethProps) {
  const none = useId();
  const codes = places.map(({ code }) => code).join();
  const drawn = useMemo(() => drawMap(shapes, new Set(codes.split(","))), [shapes, codes]);
  const { frame, at, goTo, over, setOver, onKeyDown } = useSteps(drawn.places);
  const words = usePlaceWords(space);
  const list = useMemo(
    () =>
      stepsFor(
        places.map((place) => numberAt(place, measure)),
        isShare(measure),
      ),
    [places, measure],
  );
  const byCode = useMemo(() => new Map(places.map((place) => [place.code, place])), [places]);
  const tipped = over === undefined ? undefined : byCode.get(over);
  return (
    // the country is not mirrored where the page is
    <div className="map-frame" dir="ltr" ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no form */}
      <svg
        className="map"
        viewBox={`0 0 ${size} ${size}`}
        role="group"
        aria-label={label}
        onPointerLeave={() => setOver(undefined)}
      >
        <NoNumberPattern id={none} />
        <path className="map-around" d={drawn.around} />
        {drawn.places.map(({ code, path }) => {
          const place = byCode.get(code);
          if (!place) return null;
          return (
            <PlaceShape
              key={code}
              {...{ place, path, none, onOpen, onKeyDown }}
              shade={shadeOf(numberAt(place, measure), list)}
              label={`${words.name(place)}: ${words.said(place, measure)}`}
              isStop={code === at}
              onFocus={goTo}
              onOver={setOver}
            />
          );
        })}
        <path className="map-borders" d={drawn.borders} />
        {places.length <= mostNumbers && <Numbers {...{ byCode, measure, words }} drawn={drawn.places} />}
      </svg>
      {tipped && (
        <PlaceTip place={tipped} spot={spotOf(drawn.places, tipped)} {...{ measure, space, unit }} />
      )}
    </div>
  );
}

interface PlaceShapeProps {
  readonly place: PlaceRow;
  readonly path: string;
  /** Null: a place without a number. */
  readonly shade: number | null;
  readonly label: string;
  /** The pattern of a place without a number. */
  readonly none: string;
  readonly isStop: boolean;
  readonly onOpen: (place: PlaceRow) => void;
  readonly onFocus: (code: string) => void;
  readonly onOver: (code: string | undefined) => void;
  readonly onKeyDown: (event: KeyboardEvent, code: string) => void;
}

/** Of a step from one place to the next only those two are drawn again. */
const PlaceShape = memo(function PlaceShape(props: PlaceShapeProps) {
  const { place, path, shade, label, none, isStop, onOpen, onFocus, onOver, onKeyDown } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part of a drawing cannot be a button
    <path
      d={path}
      className="map-place"
      data-code={place.code}
      data-shade={shade ?? undefined}
      {...(shade === null && { fill: `url(#${none})` })}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={label}
      onClick={() => onOpen(place)}
      onFocus={() => onFocus(place.code)}
      onBlur={() => onOver(undefined)}
      onPointerEnter={() => onOver(place.code)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return onKeyDown(event, place.code);
        event.preventDefault();
        onOpen(place);
      }}
    />
  );
});

const spotOf = (drawn: readonly DrawnPlace[], { code }: PlaceRow) => drawn.find((one) => one.code === code);

/** Which place holds the one stop of the keyboard, and over which the tip is shown. */
function useSteps(drawn: readonly DrawnPlace[]) {
  const frame = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<string>();
  const [over, setOver] = useState<string>();
  const at = drawn.some(({ code }) => code === stop) ? stop : drawn[0]?.code;
  const goTo = useCallback((code: string) => {
    setStop(code);
    setOver(code);
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent, code: string) => {
      const from = drawn.find((one) => one.code === code);
      if (event.key === "Escape") setOver(undefined);
      if (!isWay(event.key) || from === undefined) return;
      event.preventDefault();
      const next = nearestPlace(drawn, from, event.key);
      if (next) frame.current?.querySelector<SVGElement>(`[data-code="${CSS.escape(next.code)}"]`)?.focus();
    },
    [drawn],
  );
  return { frame, at, goTo, over, setOver, onKeyDown };
}

interface NumbersProps {
  readonly byCode: ReadonlyMap<string, PlaceRow>;
  readonly drawn: readonly DrawnPlace[];
  readonly measure: Measure;
  readonly words: PlaceWords;
}

/** The numbers on the map, so that it reads without its shades. */
const Numbers = memo(function Numbers({ byCode, drawn, measure, words }: NumbersProps) {
  return (
    // the places tell their numbers themselves
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing of a drawing takes the focus here
    <g className="map-numbers" aria-hidden="true">
      {drawn.map(({ code, x, y }) => {
        const place = byCode.get(code);
        if (place === undefined) return null;
        const value = numberAt(place, measure);
        return (
          <g key={code}>
            {value !== null && (
              <text x={x} y={y}>
                {words.number(measure, value)}
              </text>
            )}
            {byCode.size <= mostNames && (
              <text className="map-name" x={x} y={y + 18}>
                {words.name(place)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
});
