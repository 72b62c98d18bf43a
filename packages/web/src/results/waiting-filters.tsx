import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { indicators, territories } from "../api/read.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import { DayQuestion } from "../form/day-input.tsx";
import { useLabel } from "../language/figures.tsx";
import type { WaitingSearch } from "./address.ts";

interface Recorder {
  readonly recordedBy: string;
  readonly recorder: string | null;
  readonly facts: number;
}

/** Agreement, indicator, place, who entered it, since when: all of it in the address. */
export function WaitingFilters({ recorders }: { recorders: readonly Recorder[] }) {
  const intl = useIntl();
  const label = useLabel();
  const space = useShownSpace();
  const navigate = useNavigate({ from: "/results/waiting" });
  const search = useSearch({ from: "/results/waiting" });
  const { data: known = [] } = useQuery(indicators());
  const { data: places = [] } = useQuery(territories(space));
  const choose = (change: Partial<WaitingSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const counted = known.filter(({ nature, recordedIn }) => nature === "flow" && recordedIn === "results");
  const placeOptions = places
    .filter(({ kind }) => kind === "region" || kind === "province")
    .map(({ scheme, code, name, kind }) => {
      const words = kind === "region" ? label(name) : `· ${label(name)}`;
      return { value: `${scheme}:${code}`, words };
    });
  return (
    <search className="filters not-printed">
      <AgreementFilter
        label={intl.formatMessage({ id: "results.filter.agreement" })}
        value={search.agreement}
        onChange={(agreement) => choose({ agreement })}
      />
      <ChoiceFilter
        label="results.filter.indicator"
        all="results.filter.all"
        value={search.indicator}
        options={counted.map(({ code, label: words }) => ({ value: code, words: label(words) }))}
        onChange={(indicator) => choose({ indicator })}
      />
      <ChoiceFilter
        label="results.filter.place"
        all="results.filter.all"
        value={search.place}
        options={placeOptions}
        onChange={(place) => choose({ place })}
      />
      <ChoiceFilter
        label="results.filter.by"
        all="results.filter.all"
        value={search.by}
        options={recorders.map(({ recordedBy, recorder, facts }) => ({
          value: recordedBy,
          words: `${recorder ?? recordedBy} (${intl.formatNumber(facts)})`,
        }))}
        onChange={(by) => choose({ by })}
      />
      <Since value={search.since} onChange={(since) => choose({ since })} />
    </search>
  );
}

interface SinceProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

function Since({ value, onChange }: SinceProps) {
  const words = (
    <span className="small muted">
      <FormattedMessage id="results.filter.since" />
    </span>
  );
  return <DayQuestion words={words} value={value} onChange={onChange} />;
}

interface AgreementFilterProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A reference, asked for when it is typed to its end. */
function AgreementFilter({ label, value = "", onChange }: AgreementFilterProps) {
  return (
    <label>
      <span className="small muted">{label}</span>
      <input
        className="field"
        dir="ltr"
        key={value}
        defaultValue={value}
        onBlur={(event) => onChange(event.target.value.trim().toUpperCase() || undefined)}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
    </label>
  );
}
