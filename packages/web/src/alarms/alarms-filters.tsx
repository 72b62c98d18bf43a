import { useQuery } from "@tanstack/react-query";
import { FormattedMessage, useIntl } from "react-intl";
import type { AlarmKind } from "../api/alarms.ts";
import { territories } from "../api/read.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { useLabel } from "../language/figures.tsx";
import { type AlarmsSearch, kinds } from "./address.ts";

interface AlarmsFiltersProps {
  readonly search: AlarmsSearch;
  readonly counts: readonly { readonly kind: AlarmKind; readonly count: number }[];
  readonly onChange: (part: Partial<AlarmsSearch>) => void;
}

/** By cause, with how many there are of each; by region; by the reference of an agreement. */
export function AlarmsFilters({ search, counts, onChange }: AlarmsFiltersProps) {
  const intl = useIntl();
  const label = useLabel();
  const places = useQuery(territories(useShownSpace())).data ?? [];
  const all = intl.formatMessage({ id: "alarms.all" });
  const countOf = (kind: AlarmKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.agreement ?? ""}
        onChange={(text) => onChange({ agreement: text.trim().toUpperCase() || undefined })}
        label="alarms.agreement"
      />
      <label>
        <span className="small muted">
          <FormattedMessage id="alarms.column.kind" />
        </span>
        <select
          className="field"
          value={search.kind ?? ""}
          onChange={({ target }) => onChange({ kind: kinds.find((kind) => kind === target.value) })}
        >
          <option value="">{all}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {intl.formatMessage({ id: `core.alarms.kind.${kind}` })} ({intl.formatNumber(countOf(kind))})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="small muted">
          <FormattedMessage id="list.filter.region" />
        </span>
        <select
          className="field"
          value={search.region ?? ""}
          onChange={({ target }) => onChange({ region: target.value || undefined })}
        >
          <option value="">{all}</option>
          {places
            .filter(({ kind }) => kind === "region")
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {label(name)}
              </option>
            ))}
        </select>
      </label>
    </search>
  );
}
