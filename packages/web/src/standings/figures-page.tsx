// The figures of one place under one indicator: from announced to proven, women's and rural shares, by month, by
// population, and for 1,000 job seekers.
import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type NodeMargins, nodeMargins, type PlaceRow, type TerritoryStandings } from "../api/places.ts";
import type { When } from "../api/read.ts";
import { isNotAllowed } from "../api/refused.ts";
import type { Space } from "../app/address.ts";
import { DatesChoice } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { Gathered } from "../app/gathered.tsx";
import { useOpen } from "../app/opened.ts";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { Name } from "../language/figures.tsx";
import type { PlacesSearch } from "./address.ts";
import { Funnel } from "./funnel.tsx";
import { Months } from "./months.tsx";
import { OpenPlaces } from "./open-places.tsx";
import { PerThousand } from "./per-thousand.tsx";
import { PlacesChoice } from "./places-choice.tsx";
import { Populations } from "./populations.tsx";
import { Shares } from "./shares.tsx";
import { placeIn, usePlaces, usePlaceWords } from "./use-places.ts";
import { Views } from "./views.tsx";
import "./figures.css";

export function FiguresPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/standings/figures" });
  const { space = "real", asOf, knownOn, indicator, open } = search;
  const { data, error, retry } = usePlaces({ space, indicator, asOf, knownOn });
  const name = intl.formatMessage({ id: "places.figuresTitle" });
  const when = { ...(asOf && { asOf }), ...(knownOn && { knownOn }) };
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="places.figuresLead" />}
      aside={<DatesChoice asOf={asOf} knownOn={knownOn} />}
    >
      <Views shown="figures" search={search} />
      {error && <Failure error={error} reset={retry} />}
      {!data && !error && <Waiting lines={14} />}
      {data && <Content data={data} space={space} search={search} when={when} />}
      <OpenedBeside open={open} when={{ asOf, knownOn }} />
    </Page>
  );
}

interface ContentProps {
  readonly data: TerritoryStandings;
  readonly space: Space;
  readonly search: PlacesSearch;
  readonly when: When;
}

function Content({ data, space, search, when }: ContentProps) {
  const words = usePlaceWords(space);
  const place = placeIn(data, search.region);
  return (
    <>
      <PlacesChoice data={data} space={space} search={search} withProvinces />
      {place === undefined || data.indicator === null ? (
        <p className="table-empty">
          <FormattedMessage id="places.empty" />
        </p>
      ) : (
        <>
          <h2 className="figures-place">
            <Name>{words.name(place)}</Name>
            <span className="muted"> · {words.indicator(data.indicator)}</span>
          </h2>
          <OfPlace data={data} place={place} indicator={data.indicator} space={space} when={when} />
        </>
      )}
    </>
  );
}

interface OfPlaceProps {
  readonly data: TerritoryStandings;
  readonly place: PlaceRow;
  readonly indicator: string;
  readonly space: Space;
  readonly when: When;
}

function OfPlace({ data, place, indicator, space, when }: OfPlaceProps) {
  const open = useOpen();
  const { data: margins, error } = useQuery({
    ...nodeMargins({ territory: place.code, space }, indicator, when),
    // who may not see what counts there is told so in the figures, not refused once more
    enabled: place.counted !== null,
  });
  const openLine = (line: string) =>
    open({ kind: "place", of: place.code, indicator, part: "realised", line });
  const counts: NodeMargins | null = margins && margins.realised > 0 ? margins : null;
  return (
    <Gathered>
      {place.counted === null && <OpenPlaces data={data} space={space} />}
      <div className="figures">
        <Funnel place={place} indicator={indicator} space={space} />
        <Shares place={place} onOpen={openLine} />
        {error && !isNotAllowed(error) && <Failure error={error} />}
        {counts && <Months data={counts} onOpen={openLine} />}
        {counts && <Populations data={counts} space={space} onOpen={openLine} />}
        <PerThousand data={data} space={space} indicator={indicator} />
      </div>
    </Gathered>
  );
}
