import { type PartialDate, partialDate } from "../kernel/index.ts";

/**
 * The parts of several readings of one date together: an earlier reading wins, a later one fills in what it leaves open.
 * What is no date is left out; null when nothing is known.
 */
export function completedDate(readings: readonly unknown[]): PartialDate | null {
  const dates = readings.flatMap((reading) => {
    const read = partialDate.safeParse(reading);
    return read.success ? [read.data] : [];
  });
  const first = (part: keyof PartialDate) => dates.find((date) => date[part] !== null)?.[part] ?? null;
  const whole = { year: first("year"), month: first("month"), day: first("day"), weekday: first("weekday") };
  return Object.values(whole).some((part) => part !== null) ? whole : null;
}
