import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { FormattedMessage, useIntl } from "react-intl";
import { territories } from "../api/read.ts";
import type { Space } from "../app/address.ts";
import { useLabel } from "../language/figures.tsx";

const states = ["no_evidence", "reached", "no_deadline", "late", "on_time", "unquantified"] as const;

interface StandingsFiltersProps {
  readonly space: Space;
  readonly region: string | undefined;
  readonly state: string | undefined;
}

export function StandingsFilters({ space, region, state }: StandingsFiltersProps) {
  const intl = useIntl();
  const label = useLabel();
  const navigate = useNavigate({ from: "/standings" });
  const { data } = useQuery(territories(space));
  const regions = data?.filter(({ kind }) => kind === "region") ?? [];
  const choose = (part: { region?: string | undefined; state?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true });
  return (
    <div className="filters not-printed">
      <label>
        <span className="small muted">
          <FormattedMessage id="standings.region" />
        </span>
        <select
          className="field"
          value={region ?? ""}
          onChange={(event) => choose({ region: event.target.value || undefined })}
        >
          <option value="">{intl.formatMessage({ id: "standings.allRegions" })}</option>
          {regions.map(({ code, name }) => (
            <option key={code} value={code}>
              {label(name)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small muted">
          <FormattedMessage id="standings.state" />
        </span>
        <select
          className="field"
          value={state ?? ""}
          onChange={(event) => choose({ state: event.target.value || undefined })}
        >
          <option value="">{intl.formatMessage({ id: "standings.allStates" })}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `standings.state.${one}` })}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
