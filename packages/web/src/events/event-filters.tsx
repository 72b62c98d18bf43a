import { FormattedMessage, useIntl } from "react-intl";
import { WordsFilter } from "../form/words-filter.tsx";
import { type EventsSearch, eventKinds } from "./address.ts";

interface EventFiltersProps {
  readonly search: EventsSearch;
  readonly onChange: (part: Partial<EventsSearch>) => void;
}

export function EventFilters({ search, onChange }: EventFiltersProps) {
  const intl = useIntl();
  return (
    <search className="filters not-printed">
      <WordsFilter value={search.text ?? ""} onChange={(words) => onChange({ text: words || undefined })} />
      <label>
        <span className="small muted">
          <FormattedMessage id="events.column.kind" />
        </span>
        <select
          className="field"
          value={search.kind ?? ""}
          onChange={({ target }) => onChange({ kind: eventKinds.find((one) => one === target.value) })}
        >
          <option value="">{intl.formatMessage({ id: "list.filter.all" })}</option>
          {eventKinds.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `event.kind.${one}` })}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}
