// A date as partial as it is written: a Friday, a month, a year, or all of it.
import { useIntl } from "react-intl";
import type { Control } from "./entry-control.tsx";
import type { Entry } from "./read-entry.ts";

interface DatePartsProps {
  /** `from.` and `to.` for the ends of a period. */
  readonly end?: string;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
  readonly control: Control;
}

export function DateParts({ end = "", entry, onEntry, control }: DatePartsProps) {
  const intl = useIntl();
  const of = (part: string) => entry[`${end}${part}`] ?? "";
  const name = (part: string) => intl.formatMessage({ id: `intake.date.${part}` });
  const set = (part: string) => (event: { target: { value: string } }) =>
    onEntry({ ...entry, [`${end}${part}`]: event.target.value });
  const named = (count: number, form: Intl.DateTimeFormatOptions, at: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => ({
      code: String(index + 1),
      word: intl.formatDate(at(index), { ...form, timeZone: "UTC" }),
    }));
  const months = named(12, { month: "long" }, (index) => Date.UTC(2024, index, 15));
  // 2024-01-01 was a Monday.
  const weekdays = named(7, { weekday: "long" }, (index) => Date.UTC(2024, 0, index + 1));
  return (
    <div className="form-date" data-end={end || undefined}>
      {end !== "" && (
        <span className="small muted">{intl.formatMessage({ id: `intake.date.${end}end` })}</span>
      )}
      <select
        className="field"
        data-part="weekday"
        aria-label={name("weekday")}
        value={of("weekday")}
        onChange={set("weekday")}
      >
        <option value="">{name("weekday")}</option>
        {weekdays.map(({ code, word }) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
      <input
        {...control}
        className="field form-short"
        data-part="day"
        inputMode="numeric"
        placeholder={name("day")}
        aria-label={name("day")}
        value={of("day")}
        onChange={set("day")}
      />
      <select
        className="field"
        data-part="month"
        aria-label={name("month")}
        value={of("month")}
        onChange={set("month")}
      >
        <option value="">{name("month")}</option>
        {months.map(({ code, word }) => (
          <option key={code} value={code}>
            {word}
          </option>
        ))}
      </select>
      <input
        className="field form-short"
        data-part="year"
        inputMode="numeric"
        placeholder={name("year")}
        aria-label={name("year")}
        value={of("year")}
        onChange={set("year")}
      />
    </div>
  );
}
