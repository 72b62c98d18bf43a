// The control for a value, by its kind: a number, a date in parts, a place, a word of a list, free words.
import { useIntl } from "react-intl";
import type { Control } from "../../form/control.ts";
import { choices } from "../model/choices.ts";
import type { FieldKind } from "../model/field-kinds.ts";
import { CatalogueControl } from "./catalogue-control.tsx";
import { DateParts } from "./date-parts.tsx";
import { type Entry, isChoice } from "./read-entry.ts";
import { TerritorySearch } from "./territory-search.tsx";

interface EntryControlProps {
  readonly kind: FieldKind;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  readonly control: Control;
}

export function EntryControl({ kind, entry, onEntry, control }: EntryControlProps) {
  const intl = useIntl();
  const text = entry.value ?? "";
  const one = (value: string) => onEntry({ value });
  if (kind === "date") return <DateParts entry={entry} onEntry={onEntry} control={control} />;
  if (kind === "period") return <PeriodParts entry={entry} onEntry={onEntry} control={control} />;
  if (kind === "territory") return <TerritorySearch code={text} onCode={one} control={control} />;
  if (kind === "indicator" || kind === "unit" || kind === "population") {
    return <CatalogueControl of={kind} code={text} onCode={one} control={control} />;
  }
  if (kind === "yes") {
    return (
      <input
        {...control}
        type="checkbox"
        checked={text === "yes"}
        onChange={(event) => one(event.target.checked ? "yes" : "no")}
      />
    );
  }
  if (isChoice(kind)) {
    return (
      <select {...control} className="field" value={text} onChange={(event) => one(event.target.value)}>
        <option value="">{intl.formatMessage({ id: "intake.form.choose" })}</option>
        {choices[kind].codes.map((code) => (
          <option key={code} value={code}>
            {intl.formatMessage({ id: choices[kind].word(code) })}
          </option>
        ))}
      </select>
    );
  }
  const isNumber = kind === "number" || kind === "money" || kind === "months";
  return (
    <input
      {...control}
      className="field"
      dir="auto"
      inputMode={isNumber ? "decimal" : undefined}
      value={text}
      onChange={(event) => one(event.target.value)}
    />
  );
}

function PeriodParts({ entry, onEntry, control }: Omit<EntryControlProps, "kind">) {
  return (
    <div className="form-pair">
      <DateParts end="from." entry={entry} onEntry={onEntry} control={control} />
      <DateParts end="to." entry={entry} onEntry={onEntry} control={{ id: `${control.id}-to` }} />
    </div>
  );
}
