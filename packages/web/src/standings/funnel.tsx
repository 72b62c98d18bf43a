// From announced to proven, on one base: what is promised for the place itself, apart what its parts promise, and who
// counts there.
import { Link } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceRow } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { type Part, useOpen } from "../app/opened.ts";
import { Count } from "../language/figures.tsx";
import { Swatch } from "../promise-bar/promise-bar.tsx";
import { isWithoutEvidence, type Measure, numberAt, signedFor } from "./measures.ts";
import { Bar } from "./ranked-places.tsx";
import { usePlaceWords } from "./use-places.ts";

interface FunnelProps {
  readonly place: PlaceRow;
  readonly indicator: string;
  readonly space: Space;
}

const stages = ["announced", "signed", "realised", "proven"] as const satisfies readonly Measure[];
const fills = {
  announced: "bar-fill-open",
  signed: "bar-fill-open",
  realised: "bar-fill-light",
  proven: "bar-fill",
};

export function Funnel({ place, indicator, space }: FunnelProps) {
  const open = useOpen();
  const greatest = Math.max(1, ...numbersOf(place));
  const openPart = (part: Part) => open({ kind: "place", of: place.code, indicator, part });
  return (
    <section className="figure-block" aria-labelledby="funnel-title">
      <h3 id="funnel-title">
        <FormattedMessage id="places.funnel" />
      </h3>
      <ul className="bars funnel">
        {stages.map((stage) => (
          <Stage key={stage} {...{ place, stage, greatest, space, indicator }} onOpen={openPart} />
        ))}
      </ul>
      {isWithoutEvidence(place) && (
        <p className="small muted">
          <FormattedMessage id="places.noEvidence" />
        </p>
      )}
      {signedFor(place) !== null && place.promised.shares !== null && (
        <p className="small muted">
          <FormattedMessage
            id="places.sharesOfWider"
            values={{ shares: <Count value={place.promised.shares} /> }}
          />
        </p>
      )}
    </section>
  );
}

const numbersOf = (place: PlaceRow) => [
  ...stages.map((stage) => numberAt(place, stage) ?? 0),
  place.promised.announced?.high ?? 0,
  place.parts.announced?.high ?? 0,
  place.parts.signed ?? 0,
];

interface StageProps extends FunnelProps {
  readonly stage: (typeof stages)[number];
  readonly greatest: number;
  readonly onOpen: (part: Part) => void;
}

function Stage({ place, stage, greatest, space, indicator, onOpen }: StageProps) {
  const words = usePlaceWords(space);
  const value = numberAt(place, stage);
  const { announced } = place.promised;
  const isRange = stage === "announced" && announced !== null && announced.low !== announced.high;
  return (
    <>
      <li className="bar-line">
        <span>
          <Swatch part={stage} />
          {words.measure(stage)}
        </span>
        <Bar share={(value ?? 0) / greatest} className={fills[stage]} />
        {value === null ? (
          <span className="small muted">{words.said(place, stage)}</span>
        ) : (
          <button type="button" className="figure number" data-part={stage} onClick={() => onOpen(stage)}>
            {isRange ? (
              <FormattedMessage
                id="standings.range"
                values={{ low: <Count value={announced.low} />, high: <Count value={announced.high} /> }}
              />
            ) : (
              <Count value={value} />
            )}
          </button>
        )}
      </li>
      <InParts {...{ place, stage, greatest, indicator }} />
    </>
  );
}

interface InPartsProps {
  readonly place: PlaceRow;
  readonly stage: (typeof stages)[number];
  readonly greatest: number;
  readonly indicator: string;
}

/** What the parts of the place promise: beside its own promise, never added to it. The number leads to the map's table. */
function InParts({ place, stage, greatest, indicator }: InPartsProps) {
  const intl = useIntl();
  const value = stage === "announced" ? place.parts.announced?.low : stage === "signed" && place.parts.signed;
  if (typeof value !== "number") return null;
  return (
    <li className="bar-line bar-line-below">
      <span className="small muted">
        <FormattedMessage id={place.kind === "nation" ? "places.inRegions" : "places.inProvinces"} />
      </span>
      <Bar share={value / greatest} className="bar-fill-parts" />
      <Link
        className="number small"
        to="/standings/map"
        search={{
          indicator,
          show: stage,
          as: "table",
          ...(place.kind === "region" && { region: place.code }),
        }}
      >
        <bdi>{intl.formatNumber(value)}</bdi>
      </Link>
    </li>
  );
}
