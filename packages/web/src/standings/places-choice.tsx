// What the map and the figures are asked: an indicator, a measure, a place. Each choice is in the address.
import { useNavigate } from "@tanstack/react-router";
import type { TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import type { PlacesSearch } from "./address.ts";
import { type Measure, measures } from "./measures.ts";
import { usePlaceWords } from "./use-places.ts";
import "./places-choice.css";

interface PlacesChoiceProps {
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly search: PlacesSearch;
  readonly measure?: Measure;
  /** Regions alone, or provinces too. */
  readonly withProvinces?: boolean;
}

export function PlacesChoice({ data, space, search, measure, withProvinces = false }: PlacesChoiceProps) {
  const words = usePlaceWords(space);
  const navigate = useNavigate();
  const choose = (part: Partial<PlacesSearch>) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...part }),
      replace: true,
      resetScroll: false,
    });
  const nation = data.places.find(({ kind }) => kind === "nation");
  const regions = data.places.filter(({ kind }) => kind === "region");
  const options = withProvinces
    ? regions.flatMap((region) => [region, ...data.places.filter(({ parent }) => parent === region.code)])
    : regions;
  return (
    <div className="filters places-choice not-printed">
      <ChoiceFilter
        label="places.indicator"
        all={null}
        value={data.indicator ?? undefined}
        onChange={(indicator) => choose({ indicator })}
        options={data.indicators.map(({ code }) => ({ value: code, words: words.indicator(code) }))}
      />
      {measure && (
        <ChoiceFilter
          label="places.measure"
          all={null}
          value={measure}
          onChange={(chosen) => choose({ show: chosen })}
          options={measures.map((one) => ({ value: one, words: words.measure(one) }))}
        />
      )}
      <ChoiceFilter
        label="places.place"
        all={{ words: nation && words.name(nation) }}
        value={search.region ?? (search.level === "province" ? "provinces" : undefined)}
        onChange={(chosen) =>
          choose({
            region: chosen === "provinces" ? undefined : chosen,
            level: chosen === "provinces" ? "province" : undefined,
          })
        }
        options={[
          ...(measure && regions.length > 1 ? [{ value: "provinces", id: "places.allProvinces" }] : []),
          ...options.map((place) => ({
            value: place.code,
            words: `${place.kind === "province" ? "\u2003" : ""}${words.name(place)}`,
          })),
        ]}
      />
    </div>
  );
}
