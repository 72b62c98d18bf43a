// A month to choose a day from, in the reader's language and direction; it comes only when it is asked for.
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useIntl } from "react-intl";
import { today } from "../app/today.ts";
import { useLocale } from "../language/language-provider.tsx";
import { directionOf } from "../language/locale.ts";
import { dayByKey, monthsLater, weeksOf } from "./month-days.ts";

interface CalendarProps {
  /** YYYY-MM-DD, or "". */
  readonly value: string;
  readonly onChoose: (day: string) => void;
  readonly onClose: () => void;
  /** Somebody pressed elsewhere: what she pressed has the focus. */
  readonly onPressElsewhere: () => void;
}

export function Calendar({ value, onChoose, onClose, onPressElsewhere }: CalendarProps) {
  const intl = useIntl();
  const place = useRef<HTMLDivElement>(null);
  const [day, setDay] = useState(value || today());
  const isRightToLeft = directionOf(useLocale()) === "rtl";
  // before it is drawn: the next key is already the calendar's
  useLayoutEffect(() => {
    const box = place.current?.getBoundingClientRect();
    if (box && (box.right > innerWidth || box.left < 0)) place.current?.setAttribute("data-end", "");
    place.current?.querySelector<HTMLElement>("[data-day][tabindex='0']")?.focus();
  }, []);
  useLayoutEffect(() => {
    const press = ({ target }: PointerEvent) => {
      if (!(target instanceof Node && place.current?.parentElement?.contains(target))) onPressElsewhere();
    };
    addEventListener("pointerdown", press);
    return () => removeEventListener("pointerdown", press);
  });
  const go = (next: string) => {
    // at once: an Enter that follows quickly chooses this day, not the one before
    flushSync(() => setDay(next));
    place.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const isDay = (event.target as HTMLElement).dataset.day !== undefined;
    const next = isDay ? dayByKey(event.key, day, isRightToLeft) : null;
    if (next === null && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) onClose();
    else go(next);
  };
  return (
    <div
      ref={place}
      className="calendar"
      role="dialog"
      aria-label={intl.formatMessage({ id: "form.day.choose" })}
      onKeyDown={onKeyDown}
    >
      <MonthHead day={day} onDay={setDay} />
      <MonthTable day={day} value={value} onChoose={onChoose} />
    </div>
  );
}

function MonthHead({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const intl = useIntl();
  const step = (id: string, months: number, words: string) => (
    <button
      type="button"
      className="quiet"
      aria-label={intl.formatMessage({ id: `form.day.${id}` })}
      onClick={() => onDay(monthsLater(day, months))}
    >
      <span aria-hidden="true" className="calendar-sign">
        {words}
      </span>
    </button>
  );
  return (
    <div className="calendar-head">
      {step("yearBefore", -12, "«")}
      {step("monthBefore", -1, "‹")}
      <strong aria-live="polite">{monthName(intl, day)}</strong>
      {step("monthAfter", 1, "›")}
      {step("yearAfter", 12, "»")}
    </div>
  );
}

type Intl = ReturnType<typeof useIntl>;
const monthName = (intl: Intl, day: string) =>
  intl.formatDate(`${day.slice(0, 7)}-01T12:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" });

// 2024-01-01 was a Monday
const mondayFirst = [1, 2, 3, 4, 5, 6, 7].map((day) => Date.UTC(2024, 0, day, 12));

function MonthTable({ day, value, onChoose }: { day: string } & Pick<CalendarProps, "value" | "onChoose">) {
  const intl = useIntl();
  return (
    <table className="calendar-days">
      <caption className="unseen">{monthName(intl, day)}</caption>
      <thead>
        <tr>
          {mondayFirst.map((at) => (
            <th key={at} scope="col" abbr={intl.formatDate(at, { weekday: "long", timeZone: "UTC" })}>
              {intl.formatDate(at, { weekday: "narrow", timeZone: "UTC" })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(day.slice(0, 7)).map((week) => (
          <tr key={week.find(Boolean)}>
            {week.map((one, index) => (
              <td key={one ?? index}>
                {one && (
                  <DayButton one={one} isNear={one === day} isChosen={one === value} onChoose={onChoose} />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayButtonProps extends Pick<CalendarProps, "onChoose"> {
  readonly one: string;
  readonly isNear: boolean;
  readonly isChosen: boolean;
}

function DayButton({ one, isNear, isChosen, onChoose }: DayButtonProps) {
  const intl = useIntl();
  return (
    <button
      type="button"
      data-day={one}
      tabIndex={isNear ? 0 : -1}
      aria-pressed={isChosen}
      aria-current={one === today() ? "date" : undefined}
      aria-label={intl.formatDate(`${one}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" })}
      onClick={() => onChoose(one)}
    >
      {Number(one.slice(8))}
    </button>
  );
}
