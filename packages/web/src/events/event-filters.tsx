import { ChoiceFilter } from "../form/choice-filter.tsx";
import { WordsFilter } from "../form/words-filter.tsx";
import { type EventsSearch, eventKinds } from "./address.ts";

interface EventFiltersProps {
  readonly search: EventsSearch;
  readonly onChange: (part: Partial<EventsSearch>) => void;
}

export function EventFilters({ search, onChange }: EventFiltersProps) {
  return (
    <search className="filters not-printed">
      <WordsFilter value={search.text ?? ""} onChange={(words) => onChange({ text: words || undefined })} />
      <ChoiceFilter
        label="events.column.kind"
        value={search.kind}
        options={eventKinds.map((value) => ({ value, id: `event.kind.${value}` }))}
        onChange={(kind) => onChange({ kind })}
      />
    </search>
  );
}
