import { FormattedMessage } from "react-intl";
import { ChoiceFilter } from "../form/choice-filter.tsx";
import { DayQuestion } from "../form/day-input.tsx";
import { useLaterText } from "../form/use-later-text.ts";
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
  return (
    <search className="filters journal-filters not-printed">
      <Words name="figure" value={search.figure} onChange={(figure) => onChange({ figure })} />
      <ChoiceFilter
        label="journal.filter.measure"
        all={null}
        value={search.measure ?? "realised"}
        isDisabled={search.figure === undefined}
        options={measures.map((value) => ({ value, id: `journal.measure.${value}` }))}
        onChange={(measure) => onChange({ measure })}
      />
      <Words name="object" value={search.object} onChange={(object) => onChange({ object })} />
      <Words name="subject" value={search.subject} onChange={(subject) => onChange({ subject })} />
      <Words name="actor" value={search.actor} onChange={(actor) => onChange({ actor })} />
      <ChoiceFilter
        label="journal.filter.act"
        all="journal.filter.all"
        value={search.act?.split(".")[0]}
        options={folders.map((value) => ({ value, id: `journal.folder.${value}` }))}
        onChange={(act) => onChange({ act })}
      />
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
  const [text, setText] = useLaterText(value ?? "", (asked) => onChange(asked || undefined), 400);
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
