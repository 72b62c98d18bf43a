// What the map and the figures are asked: an indicator, a measure, a place. Each choice is in the address.
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import type { TerritoryStandings } from "../api/places.ts";
import type { Space } from "../app/address.ts";
import type { PlacesSearch } from "./address.ts";
import { type Measure, measures } from "./measures.ts";
import { usePlaceWords } from "./use-places.ts";

interface PlacesChoiceProps {
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly search: PlacesSearch;
  readonly measure?: Measure;
  /** Regions alone, or provinces too. */
  readonly withProvinces?: boolean;
}

export function PlacesChoice({ data, space, search, measure, withProvinces = false }: PlacesChoiceProps) {
  const intl = useIntl();
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
    <div className="filters not-printed">
      <Choice
        id="places.indicator"
        value={data.indicator ?? ""}
        onChoose={(indicator) => choose({ indicator })}
        options={data.indicators.map(({ code }) => ({ value: code, label: words.indicator(code) }))}
      />
      {measure && (
        <Choice
          id="places.measure"
          value={measure}
          onChoose={(chosen) => choose({ show: measures.find((one) => one === chosen) })}
          options={measures.map((one) => ({ value: one, label: words.measure(one) }))}
        />
      )}
      <Choice
        id="places.place"
        value={search.region ?? (search.level === "province" ? "provinces" : "")}
        onChoose={(chosen) =>
          choose({
            region: chosen === "" || chosen === "provinces" ? undefined : chosen,
            level: chosen === "provinces" ? "province" : undefined,
          })
        }
        options={[
          { value: "", label: nation ? words.name(nation) : "" },
          ...(measure && regions.length > 1
            ? [{ value: "provinces", label: intl.formatMessage({ id: "places.allProvinces" }) }]
            : []),
          ...options.map((place) => ({
            value: place.code,
            label: `${place.kind === "province" ? "\u2003" : ""}${words.name(place)}`,
          })),
        ]}
      />
    </div>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}

function Choice({ id, value, options, onChoose }: ChoiceProps) {
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={id} />
      </span>
      <select className="field" value={value} onChange={(event) => onChoose(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
