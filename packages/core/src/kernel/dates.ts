// Calendar dates as text, whole or partial. A partial date holds only what is written: «fin janvier» is month 1.
import { z } from "zod";

/** A calendar day, YYYY-MM-DD, that exists; others than these are slips, and days around them could not be reckoned. */
export const plainDate = z.iso
  .date()
  .refine((day) => day >= "1800-01-01" && day <= "2999-12-31", "a day from 1800-01-01 to 2999-12-31");
export type PlainDate = string;

/** What a text gives of a date; weekday 1 = Monday … 7 = Sunday. Parts that are not written are null. */
export const partialDate = z.object({
  year: z.int().min(1900).max(2200).nullable(),
  month: z.int().min(1).max(12).nullable(),
  day: z.int().min(1).max(31).nullable(),
  weekday: z.int().min(1).max(7).nullable(),
});
export type PartialDate = z.infer<typeof partialDate>;

/** Both ends included; null = open. */
export interface Period {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** Whether the day lies in the period; an open end holds every day on its side. */
export function contains(period: Period, day: PlainDate): boolean {
  return (period.from === null || day >= period.from) && (period.to === null || day <= period.to);
}

/**
 * The share of the period that has elapsed at the end of `day`, between 0 and 1; null when an end is open.
 * A one-day period is 1 on its day.
 */
export function elapsedShare(period: Period, day: PlainDate): number | null {
  if (period.from === null || period.to === null) return null;
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000;
  const share = (days(period.from, day) + 1) / Math.max(1, days(period.from, period.to) + 1);
  return Math.min(1, Math.max(0, share));
}

/** The whole date when year, month and day are all given and exist, else null. */
export function wholeDate(date: PartialDate): PlainDate | null {
  if (date.year === null || date.month === null || date.day === null) return null;
  const pad = (n: number) => String(n).padStart(2, "0");
  const text = `${date.year}-${pad(date.month)}-${pad(date.day)}`;
  return plainDate.safeParse(text).success ? text : null;
}

/**
 * The age in whole years on `day` of a person born on `birth` (both YYYY-MM-DD).
 */
export function ageOn(birth: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
