// Partial dates of two tellings of one event: what they share, and when they cannot both hold. Pure.
import type { PartialDate } from "../kernel/index.ts";
import type { EventPrint } from "./event-print.ts";

const parts = ["year", "month", "day", "weekday"] as const;

/** The weekday of a whole date, 1 = Monday. */
const weekdayOf = ({ year, month, day }: PartialDate): number | null =>
  year === null || month === null || day === null
    ? null
    : new Date(Date.UTC(year, month - 1, day)).getUTCDay() || 7;

const whole = (date: PartialDate): PartialDate => ({ ...date, weekday: date.weekday ?? weekdayOf(date) });

const differ = (a: PartialDate, b: PartialDate) =>
  parts.some((part) => a[part] !== null && b[part] !== null && a[part] !== b[part]);

/** Months since the year 0; null when the year or the month is open. */
const monthOf = ({ year, month }: PartialDate): number | null =>
  year === null || month === null ? null : year * 12 + month;

/** How long after an event the press still tells it as news. */
const newsMonths = 3;

/** Whether a text of this publication cannot tell an event of that day as news. */
function tooFar(date: PartialDate, published: PartialDate): boolean {
  const [event, told] = [monthOf(date), monthOf(published)];
  if (event !== null && told !== null) return told < event || told - event > newsMonths;
  if (date.year === null || published.year === null) return false;
  return published.year < date.year || published.year > date.year + 1;
}

function publishedApart(a: PartialDate, b: PartialDate): boolean {
  const [one, other] = [monthOf(a), monthOf(b)];
  if (one !== null && other !== null) return Math.abs(one - other) > newsMonths;
  return a.year !== null && b.year !== null && Math.abs(a.year - b.year) > 1;
}

/** Whether the two cannot be one event: a part of the date differs, or one was published in another season. */
export function contradictDays(here: EventPrint, there: EventPrint): boolean {
  const [ours, theirs] = [here.dates.map(whole), there.dates.map(whole)];
  return (
    ours.some((a) => theirs.some((b) => differ(a, b))) ||
    ours.some((date) => there.published.some((published) => tooFar(date, published))) ||
    theirs.some((date) => here.published.some((published) => tooFar(date, published))) ||
    here.published.some((a) => there.published.some((b) => publishedApart(a, b)))
  );
}

export interface DaysInCommon {
  readonly points: number;
  readonly what: "day" | "month" | "weekday" | "season";
  readonly params: Readonly<Record<string, number>>;
}

/** The parts of the dates that are written in both; null when there is none. */
export function daysInCommon(here: EventPrint, there: EventPrint): DaysInCommon | null {
  const pairs = here.dates.map(whole).flatMap((a) => there.dates.map(whole).map((b) => ({ a, b })));
  const both = (part: (typeof parts)[number]) =>
    pairs
      .map(({ a, b }) => (a[part] !== null && a[part] === b[part] ? a[part] : null))
      .find((value) => value !== null);
  const [year, month, day, weekday] = parts.map(both);
  if (month && day) return { points: year ? 3.5 : 3, what: "day", params: { day, month } };
  if (month) return { points: year ? 1.5 : 1, what: "month", params: { month } };
  if (weekday) return { points: 1, what: "weekday", params: { weekday } };
  return seasonInCommon(here, there);
}

/** Published in the same weeks, or soon after the day of the other. */
function seasonInCommon(here: EventPrint, there: EventPrint): DaysInCommon | null {
  const known = [...here.published, ...there.published, ...here.dates, ...there.dates].map(monthOf);
  const [mine, others] = [
    [...here.published, ...here.dates].map(monthOf),
    [...there.published, ...there.dates].map(monthOf),
  ];
  const isIn = (months: readonly (number | null)[]) => months.some((month) => month !== null);
  const [month] = known.filter((one) => one !== null);
  return isIn(mine) && isIn(others) && month !== undefined
    ? { points: 1, what: "season", params: { month: ((month - 1) % 12) + 1 } }
    : null;
}
