import { useNavigate } from "@tanstack/react-router";
import type { Space } from "../app/address.ts";
import { ChoiceFilter, RegionFilter } from "../form/choice-filter.tsx";

const states = ["no_evidence", "reached", "no_deadline", "late", "on_time", "unquantified"] as const;

interface StandingsFiltersProps {
  readonly space: Space;
  readonly region: string | undefined;
  readonly state: string | undefined;
}

export function StandingsFilters({ space, region, state }: StandingsFiltersProps) {
  const navigate = useNavigate({ from: "/standings" });
  const choose = (part: { region?: string | undefined; state?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className="filters not-printed">
      <RegionFilter
        space={space}
        label="standings.region"
        all="standings.allRegions"
        value={region}
        onChange={(chosen) => choose({ region: chosen })}
      />
      <ChoiceFilter
        label="standings.state"
        all="standings.allStates"
        value={state}
        options={states.map((value) => ({ value, id: `standings.state.${value}` }))}
        onChange={(chosen) => choose({ state: chosen })}
      />
    </div>
  );
}
