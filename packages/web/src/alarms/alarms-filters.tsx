import { useIntl } from "react-intl";
import type { AlarmKind } from "../api/alarms.ts";
import { useShownSpace } from "../app/shown-space.tsx";
import { ChoiceFilter, RegionFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { type AlarmsSearch, kinds } from "./address.ts";

interface AlarmsFiltersProps {
  readonly search: AlarmsSearch;
  readonly counts: readonly { readonly kind: AlarmKind; readonly count: number }[];
  readonly onChange: (part: Partial<AlarmsSearch>) => void;
}

/** By cause, with how many there are of each; by region; by the reference of an agreement. */
export function AlarmsFilters({ search, counts, onChange }: AlarmsFiltersProps) {
  const intl = useIntl();
  const space = useShownSpace();
  const countOf = (kind: AlarmKind) => counts.find((one) => one.kind === kind)?.count ?? 0;
  const words = (kind: AlarmKind) =>
    `${intl.formatMessage({ id: `core.alarms.kind.${kind}` })} (${intl.formatNumber(countOf(kind))})`;
  return (
    <search className="filters not-printed">
      <WordsFilter
        value={search.agreement ?? ""}
        onChange={(text) => onChange({ agreement: text.trim().toUpperCase() || undefined })}
        label="alarms.agreement"
      />
      <ChoiceFilter
        label="alarms.column.kind"
        all="alarms.all"
        value={search.kind}
        options={kinds.map((value) => ({ value, words: words(value) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <RegionFilter
        space={space}
        all="alarms.all"
        value={search.region}
        onChange={(region) => onChange({ region })}
      />
    </search>
  );
}
