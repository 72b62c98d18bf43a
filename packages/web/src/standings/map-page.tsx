// The map of one measure, and its twin, the table: the country, its regions, their provinces.
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useLayoutEffect, useMemo } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { type PlaceRow, shapes, type TerritoryStandings } from "../api/places.ts";
import { territories } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { type Part, useOpen } from "../app/opened.ts";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import { OtherNames } from "../language/other-names.tsx";
import type { PlacesSearch } from "./address.ts";
import { Choropleth } from "./choropleth.tsx";
import { MapKey } from "./map-key.tsx";
import { type Measure, placesShown } from "./measures.ts";
import { NotPlaced } from "./not-placed.tsx";
import { PlacesChoice } from "./places-choice.tsx";
import { PlacesTable } from "./places-table.tsx";
import { RankedPlaces } from "./ranked-places.tsx";
import { placeIn, usePlaces, usePlaceWords } from "./use-places.ts";
import { Views } from "./views.tsx";
import "./map.css";

export function MapPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/standings/map" });
  const { space = "real", asOf, knownOn, indicator, open } = search;
  const { data, error, retry } = usePlaces({ space, indicator, asOf, knownOn });
  const name = intl.formatMessage({ id: "places.mapTitle" });
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="places.mapLead" />}
      aside={<DatesChoice asOf={asOf} knownOn={knownOn} />}
    >
      <Views shown="map" search={search} />
      {error && <Failure error={error} reset={retry} />}
      {!data && !error && <Waiting lines={14} />}
      {data && <Content data={data} space={space} search={search} />}
      <OpenedBeside open={open} when={{ asOf, knownOn }} />
    </Page>
  );
}

interface ContentProps {
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly search: PlacesSearch;
}

function Content({ data, space, search }: ContentProps) {
  const measure = search.show ?? (space === "simulated" ? "proven" : "announced");
  const { region, level } = search;
  const places = useMemo(() => placesShown(data.places, { region, level }), [data, region, level]);
  const whole = placeIn(data, search.region);
  const { openFigure, openPlace, toggle } = useMoves(data, measure);
  const shownAs = useDeferredValue(search.as);
  return (
    <>
      <PlacesChoice data={data} space={space} search={search} measure={measure} />
      <PrintedChoice data={data} search={search} measure={measure} space={space} />
      {region && <ChosenRegion code={region} space={space} />}
      {places.length === 0 ? (
        <p className="table-empty">
          <FormattedMessage id="places.empty" />
        </p>
      ) : (
        <>
          <p className="small not-printed map-tools">
            <button type="button" className="button small" aria-keyshortcuts="T" onClick={toggle}>
              <FormattedMessage id={shownAs === "table" ? "places.asMap" : "places.asTable"} />
            </button>{" "}
            {shownAs !== "table" && (
              <span className="muted">
                <FormattedMessage id="places.keys" />
              </span>
            )}
          </p>
          {shownAs === "table" ? (
            <PlacesTable places={places} space={space} data={data} onOpen={openFigure} />
          ) : (
            <MapAndRanks
              {...{ places, measure, space }}
              unit={data.unit}
              onOpenPlace={openPlace}
              onOpenFigure={openFigure}
            />
          )}
          {whole && <NotPlaced whole={whole} places={places} data={data} space={space} />}
        </>
      )}
    </>
  );
}

interface PrintedChoiceProps extends ContentProps {
  readonly measure: Measure;
}

/** What the map counts, and of which place: on paper the choices themselves are not there. */
function PrintedChoice({ data, space, search, measure }: PrintedChoiceProps) {
  const words = usePlaceWords(space);
  const place = placeIn(data, search.region);
  return (
    <p className="only-printed">
      <strong>{words.indicator(data.indicator)}</strong> · {words.measure(measure)}
      {place && (
        <>
          {" · "}
          <Name>{words.name(place)}</Name>
        </>
      )}
    </p>
  );
}

/** What the chosen region is called in the other scripts, and the way to the register of places. */
function ChosenRegion({ code, space }: { code: string; space: Space }) {
  const { data } = useQuery(territories(space));
  const place = data?.find((one) => one.code === code);
  if (!place) return null;
  return (
    <p className="chosen-region">
      <OtherNames name={place.name} arReviewed={place.arReviewed} />
      <Link
        to="/territories"
        search={{ space: space === "simulated" ? space : undefined, under: code }}
        className="small not-printed"
      >
        <FormattedMessage id="places.toRegister" />
      </Link>
    </p>
  );
}

/** A region opens to its provinces, a province to its promises and rows; T goes to the table and back. */
function useMoves(data: TerritoryStandings, measure: Measure) {
  const open = useOpen();
  const navigate = useNavigate();
  const go = (change: (before: PlacesSearch) => object, replace: boolean) =>
    void navigate({
      to: ".",
      search: (before: object) => ({ ...before, ...change(before) }),
      replace,
      resetScroll: false,
    });
  // from where the address already goes: a second press soon after the first goes back
  const toggle = () => go(({ as }) => ({ as: as === "table" ? undefined : "table" }), true);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = (event.target as HTMLElement).closest("input, select, textarea, dialog") !== null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "t" || event.key === "T") toggle();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
  const indicator = data.indicator ?? "";
  const openFigure = useCallback(
    (place: PlaceRow, part: Part) => open({ kind: "place", of: place.code, indicator, part }),
    [open, indicator],
  );
  const openPlace = (place: PlaceRow) => {
    if (place.kind === "region" && data.places.some(({ parent }) => parent === place.code))
      go(() => ({ region: place.code, level: undefined }), false);
    else openFigure(place, partOf(measure));
  };
  return { openFigure, openPlace, toggle };
}

/** Which part of a figure a measure is about. */
export const partOf = (measure: Measure): Part =>
  measure === "provenOfSigned" ? "proven" : measure === "perThousand" ? "realised" : measure;

interface MapAndRanksProps {
  readonly places: readonly PlaceRow[];
  readonly measure: Measure;
  readonly space: Space;
  readonly unit: string | null;
  readonly onOpenPlace: (place: PlaceRow) => void;
  readonly onOpenFigure: (place: PlaceRow, part: Part) => void;
}

function MapAndRanks({ places, measure, space, unit, onOpenPlace, onOpenFigure }: MapAndRanksProps) {
  const intl = useIntl();
  const words = usePlaceWords(space);
  const { data, error, refetch } = useQuery(shapes(space));
  return (
    <div className="map-and-ranks">
      <figure className="map-figure">
        {error && <Failure error={error} reset={() => void refetch()} />}
        {data ? (
          <Choropleth
            {...{ places, measure, space, unit }}
            shapes={data}
            label={intl.formatMessage({ id: "places.mapLabel" }, { measure: words.measure(measure) })}
            onOpen={onOpenPlace}
          />
        ) : (
          <div className="map-frame" />
        )}
        <figcaption className="small muted">
          <MapKey places={places} measure={measure} space={space} />
          {data?.schematic && <FormattedMessage id="places.schematic" />}
          <bdi>{data?.attribution}</bdi>
        </figcaption>
      </figure>
      <RankedPlaces
        {...{ places, measure, space }}
        onOpen={(place) => onOpenFigure(place, partOf(measure))}
      />
    </div>
  );
}
