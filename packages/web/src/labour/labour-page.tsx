// In what labour market promises are kept: who seeks work, and the unemployment rates, the census's and the survey's
// apart. Each number opens to its source.
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { type LabourFigure, labour } from "../api/places.ts";
import { territories } from "../api/read.ts";
import { PrintedDates } from "../app/dates-choice.tsx";
import { Failure } from "../app/failure.tsx";
import { OpenedBeside } from "../app/opened-beside.tsx";
import { Page } from "../app/page.tsx";
import { Waiting } from "../app/waiting.tsx";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import { useLabel } from "../language/figures.tsx";
import { Views } from "../standings/views.tsx";
import { CensusRates } from "./census-rates.tsx";
import { type NamedPlace, placesBelow } from "./places-below.ts";
import { SeekersSection } from "./seekers-section.tsx";
import { SurveyRates } from "./survey-rates.tsx";
import "../standings/bars.css";
import "../standings/figures.css";
import "./labour.css";

export function LabourPage() {
  const intl = useIntl();
  const search = useSearch({ from: "/standings/labour" });
  const { space = "real", region, open } = search;
  const label = useLabel();
  const { data: figures, error, refetch } = useQuery(labour(space));
  const { data: register } = useQuery(territories(space));
  const places = register?.map(({ name, ...rest }) => ({ ...rest, name: label(name) }));
  const name = intl.formatMessage({ id: "labour.title" });
  return (
    <Page
      title={name}
      name={name}
      lead={<FormattedMessage id="labour.lead" />}
      aside={<PrintedDates when={{}} />}
    >
      <Views shown="labour" search={search} />
      {error && <Failure error={error} reset={() => void refetch()} />}
      {!(figures && places) && !error && <Waiting lines={14} />}
      {figures && places && (
        <>
          <RegionChoice places={places} region={region} />
          <Blocks figures={figures} places={places} region={region} />
        </>
      )}
      <OpenedBeside open={open} when={{}} />
    </Page>
  );
}

interface BlocksProps {
  readonly figures: readonly LabourFigure[];
  readonly places: readonly NamedPlace[];
  readonly region: string | undefined;
}

function Blocks({ figures, places, region }: BlocksProps) {
  const { whole, parts } = placesBelow(places, region);
  if (whole === undefined || figures.length === 0) {
    return (
      <p className="table-empty">
        <FormattedMessage id="labour.empty" />
      </p>
    );
  }
  return (
    <div className="figures">
      <SeekersSection {...{ figures, whole, parts }} />
      <CensusRates {...{ figures, whole, parts }} />
      <SurveyRates {...{ figures, whole, parts }} />
    </div>
  );
}

function RegionChoice({ places, region }: Omit<BlocksProps, "figures">) {
  const navigate = useNavigate({ from: "/standings/labour" });
  const nation = places.find(({ kind }) => kind === "nation");
  const regions = places.filter(({ kind }) => kind === "region");
  return (
    <div className="filters not-printed">
      <ChoiceFilter
        label="places.place"
        all={{ words: nation?.name }}
        value={region}
        options={regions.map(({ code, name }) => ({ value: code, words: name }))}
        onChange={(chosen) =>
          void navigate({
            search: (before) => ({ ...before, region: chosen }),
            replace: true,
            resetScroll: false,
          })
        }
      />
    </div>
  );
}
