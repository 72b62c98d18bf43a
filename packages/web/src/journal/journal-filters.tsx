import { useEffect, useState } from "react";
import { FormattedMessage, useIntl } from "react-intl";
import { DayQuestion } from "../form/day-input.tsx";
import { type JournalSearch, measures } from "./address.ts";

interface JournalFiltersProps {
  readonly search: JournalSearch;
  readonly onChange: (part: Partial<JournalSearch>) => void;
}

const folders = [
  ...[
    "agreements",
    "commitments",
    "funding",
    "meetings",
    "needs",
    "diagnosis",
    "results",
    "sources",
    "drafts",
    "requests",
  ],
  ...["organisations", "people", "dossiers", "complaints", "identity", "territory", "vocabulary", "backup"],
] as const;

export function JournalFilters({ search, onChange }: JournalFiltersProps) {
  const intl = useIntl();
  const folder = search.act?.split(".")[0] ?? "";
  return (
    <search className="filters journal-filters not-printed">
      <Words name="figure" value={search.figure} onChange={(figure) => onChange({ figure })} />
      <label>
        <span className="small muted">
          <FormattedMessage id="journal.filter.measure" />
        </span>
        <select
          className="field"
          value={search.measure ?? "realised"}
          disabled={search.figure === undefined}
          onChange={(event) => onChange({ measure: measures.find((one) => one === event.target.value) })}
        >
          {measures.map((measure) => (
            <option key={measure} value={measure}>
              {intl.formatMessage({ id: `journal.measure.${measure}` })}
            </option>
          ))}
        </select>
      </label>
      <Words name="object" value={search.object} onChange={(object) => onChange({ object })} />
      <Words name="subject" value={search.subject} onChange={(subject) => onChange({ subject })} />
      <Words name="actor" value={search.actor} onChange={(actor) => onChange({ actor })} />
      <label>
        <span className="small muted">
          <FormattedMessage id="journal.filter.act" />
        </span>
        <select
          className="field"
          value={folder}
          onChange={(event) => onChange({ act: event.target.value || undefined })}
        >
          <option value="">{intl.formatMessage({ id: "journal.filter.all" })}</option>
          {folders.map((one) => (
            <option key={one} value={one}>
              {intl.formatMessage({ id: `journal.folder.${one}` })}
            </option>
          ))}
        </select>
      </label>
      <DayFilter name="from" value={search.from} onChange={(from) => onChange({ from })} />
      <DayFilter name="to" value={search.to} onChange={(to) => onChange({ to })} />
    </search>
  );
}

interface FilterProps {
  readonly name: "figure" | "object" | "subject" | "actor" | "from" | "to";
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Searches a moment after the last key, so that each letter is not a question. */
function Words({ name, value, onChange }: FilterProps) {
  const [text, setText] = useState(value ?? "");
  useEffect(() => {
    if (text === (value ?? "")) return;
    const later = setTimeout(() => onChange(text.trim() || undefined), 400);
    return () => clearTimeout(later);
  }, [text, value, onChange]);
  return (
    <label>
      <span className="small muted">
        <FormattedMessage id={`journal.filter.${name}`} />
      </span>
      <input
        type="search"
        className="field"
        dir="auto"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </label>
  );
}

function DayFilter({ name, value, onChange }: FilterProps) {
  const words = (
    <span className="small muted">
      <FormattedMessage id={`journal.filter.${name}`} />
    </span>
  );
  return <DayQuestion words={words} value={value} onChange={onChange} />;
}
