// The days of a month in weeks from Monday, and the ways that the arrows go among them. Pure.
import { daysIn } from "./read-day.ts";

/** Of a month, `YYYY-MM`: its days by weeks; null where a week begins before it or ends after it. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  const before = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7;
  const days = daysIn(year, number);
  const cells = Array.from({ length: Math.ceil((before + days) / 7) * 7 }, (_, index) => {
    const day = index - before + 1;
    return day < 1 || day > days ? null : `${month}-${String(day).padStart(2, "0")}`;
  });
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

export function daysLater(day: string, days: number): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The same day of a later month, or its last one: 31 January, a month later, is 28 February. */
export function monthsLater(day: string, months: number): string {
  const all = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(all / 12), (all % 12) + 1];
  const on = Math.min(Number(day.slice(8, 10)), daysIn(year, month));
  return `${year}-${String(month).padStart(2, "0")}-${String(on).padStart(2, "0")}`;
}

const steps: Readonly<Record<string, (day: string, forward: 1 | -1) => string>> = {
  ArrowRight: (day, forward) => daysLater(day, forward),
  ArrowLeft: (day, forward) => daysLater(day, -forward),
  ArrowDown: (day) => daysLater(day, 7),
  ArrowUp: (day) => daysLater(day, -7),
  PageDown: (day) => monthsLater(day, 1),
  PageUp: (day) => monthsLater(day, -1),
  Home: (day) => daysLater(day, -((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7)),
  End: (day) => daysLater(day, 6 - ((new Date(`${day}T12:00:00Z`).getUTCDay() + 6) % 7)),
};

/** Where a key leads from a day; null for a key that leads nowhere. In Arabic the week runs from right to left. */
export function dayByKey(key: string, day: string, isRightToLeft: boolean): string | null {
  return steps[key]?.(day, isRightToLeft ? -1 : 1) ?? null;
}
