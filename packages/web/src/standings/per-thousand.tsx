// Results for 1,000 job seekers, region by region, with the denominator beside each: of one census, and of nothing else.
import { FormattedMessage, useIntl } from "react-intl";
import type { PlaceRow, TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { useOpen } from "../app/opened.ts";
import { Count, Name } from "../language/figures.tsx";
import { numberAt } from "./measures.ts";
import { Bar } from "./ranked-places.tsx";
import { usePlaceWords } from "./use-places.ts";

interface PerThousandProps {
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly indicator: string;
}

/** The level at which places have a denominator: provinces, else regions. */
function placesWithSeekers(places: readonly PlaceRow[]): PlaceRow[] {
  const known = places.filter(({ jobSeekers }) => jobSeekers !== null);
  const provinces = known.filter(({ kind }) => kind === "province");
  return provinces.length > 0 ? provinces : known.filter(({ kind }) => kind === "region");
}

export function PerThousand({ data, space, indicator }: PerThousandProps) {
  const words = usePlaceWords(space);
  const open = useOpen();
  const lines = placesWithSeekers(data.places)
    .map((place) => ({ place, value: numberAt(place, "perThousand") }))
    .toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1));
  const greatest = Math.max(0.001, ...lines.map(({ value }) => value ?? 0));
  const census = lines[0]?.place.jobSeekers;
  if (!census || data.unit !== "persons") return null;
  return (
    <section className="figure-block figure-wide" aria-labelledby="per-thousand-title">
      <h3 id="per-thousand-title">
        <FormattedMessage id="places.perThousandTitle" />
      </h3>
      <p className="small muted">
        <FormattedMessage
          id="places.denominator"
          values={{ source: <Name>{census.source}</Name>, year: String(census.year) }}
        />
      </p>
      <ul className="bars">
        {lines.map(({ place, value }) => (
          <li key={place.code} className="bar-line bar-line-wide">
            <Name>{words.name(place)}</Name>
            <Bar share={(value ?? 0) / greatest} />
            {value === null ? (
              <span className="small muted">{words.said(place, "perThousand")}</span>
            ) : (
              <button
                type="button"
                className="figure number"
                data-place={place.code}
                data-rate
                onClick={() => open({ kind: "place", of: place.code, indicator, part: "realised" })}
              >
                <bdi>{words.number("perThousand", value)}</bdi>
              </button>
            )}
            <Fraction
              place={place}
              onOpen={() => open({ kind: "labour", of: place.code, method: "census" })}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FractionProps {
  readonly place: PlaceRow;
  readonly onOpen: () => void;
}

/** What is divided by what; the denominator opens to its source. */
function Fraction({ place: { counted, jobSeekers }, onOpen }: FractionProps) {
  const intl = useIntl();
  return (
    <span className="small muted nowrap">
      <FormattedMessage
        id="places.fraction"
        values={{
          realised: <bdi key="realised">{counted?.realised ? intl.formatNumber(counted.realised) : "–"}</bdi>,
          seekers: (
            <button
              key="seekers"
              type="button"
              className="figure"
              data-labour={jobSeekers?.value}
              onClick={onOpen}
            >
              <Count value={jobSeekers?.value} />
            </button>
          ),
        }}
      />
      {jobSeekers && <span className="unseen">{` ${jobSeekers.year}`}</span>}
    </span>
  );
}
