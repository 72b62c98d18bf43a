// A date as partial as it is written: a Friday, a month, a year, or all of it.
import { useIntl } from "react-intl";
import type { Control } from "../../form/control.ts";
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
  const { months, weekdays } = useCalendar();
  const part = (name: string) => ({
    "data-part": name,
    "aria-label": intl.formatMessage({ id: `intake.date.${name}` }),
    value: entry[`${end}${name}`] ?? "",
    onChange: (event: { target: { value: string } }) =>
      onEntry({ ...entry, [`${end}${name}`]: event.target.value }),
  });
  const short = (name: string) => ({
    ...part(name),
    className: "field form-short",
    inputMode: "numeric" as const,
    placeholder: intl.formatMessage({ id: `intake.date.${name}` }),
  });
  return (
    <div className="form-date" data-end={end || undefined}>
      {end !== "" && (
        <span className="small muted">{intl.formatMessage({ id: `intake.date.${end}end` })}</span>
      )}
      <select {...part("weekday")} className="field">
        <Named among={weekdays} none={intl.formatMessage({ id: "intake.date.weekday" })} />
      </select>
      <input {...control} {...short("day")} />
      <select {...part("month")} className="field">
        <Named among={months} none={intl.formatMessage({ id: "intake.date.month" })} />
      </select>
      <input {...short("year")} />
    </div>
  );
}

/** Months and weekdays in the reader's language. */
function useCalendar() {
  const intl = useIntl();
  const named = (count: number, form: Intl.DateTimeFormatOptions, at: (index: number) => number) =>
    Array.from({ length: count }, (_, index) => intl.formatDate(at(index), { ...form, timeZone: "UTC" }));
  return {
    months: named(12, { month: "long" }, (index) => Date.UTC(2024, index, 15)),
    // 2024-01-01 was a Monday.
    weekdays: named(7, { weekday: "long" }, (index) => Date.UTC(2024, 0, index + 1)),
  };
}

function Named({ among, none }: { among: readonly string[]; none: string }) {
  return (
    <>
      <option value="">{none}</option>
      {among.map((word, index) => (
        <option key={word} value={index + 1}>
          {word}
        </option>
      ))}
    </>
  );
}
