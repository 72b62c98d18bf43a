import type { PartialDate } from "@iltizam/intake";
import { readingErrors } from "./errors.ts";

/**
 * A day, a month or a year as a person gives it: 2018-12-15, 2018-12 or 2018.
 * @throws `reading.day_unreadable`
 */
export function readDay(given: string): PartialDate {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(given);
  const [, year, month, day] = parts ?? [];
  const exists = new Date(`${year}-${month ?? "01"}-${day ?? "01"}T00:00:00Z`);
  const isDay = !Number.isNaN(exists.getTime()) && exists.getUTCDate() === Number(day ?? 1);
  if (parts === null || !isDay) throw readingErrors.day_unreadable({ given });
  const part = (text: string | undefined) => (text === undefined ? null : Number(text));
  return { year: Number(year), month: part(month), day: part(day), weekday: null };
}
