// The trend of a promise: plain counts of the last twelve months, and of the last three that ended against the three
// before. Pure; nothing is foretold.
import type { PlainDate } from "../kernel/index.ts";

export interface MonthOfTrend {
  /** YYYY-MM */
  readonly code: string;
  readonly realised: number;
  readonly proven: number;
}

export interface Trend {
  /** Twelve, the last one that of the day. */
  readonly months: MonthOfTrend[];
  /** The last three months that had ended by the day, and the three before them. */
  readonly lastThree: number;
  readonly threeBefore: number;
}

const shownMonths = 12;

/** The twelve calendar months of which the last holds the day, as YYYY-MM. */
export function monthsUntil(day: PlainDate): string[] {
  const last = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  return Array.from({ length: shownMonths }, (_, at) => {
    const month = last - shownMonths + 1 + at;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

/**
 * @param counts the months in which something counts; what lies outside of the twelve is left out
 * @example On 22 November the three that ended are August to October; on 30 November, September to November.
 */
export function trendOf(day: PlainDate, counts: readonly MonthOfTrend[]): Trend {
  const found = new Map(counts.map((count) => [count.code, count]));
  const months = monthsUntil(day).map((code) => {
    const { realised = 0, proven = 0 } = found.get(code) ?? {};
    return { code, realised, proven };
  });
  // a month still running would look like a fall
  const ended = isLastOfMonth(day) ? months : months.slice(0, -1);
  return { months, lastThree: realisedIn(ended.slice(-3)), threeBefore: realisedIn(ended.slice(-6, -3)) };
}

const realisedIn = (months: readonly MonthOfTrend[]) =>
  months.reduce((sum, { realised }) => sum + realised, 0);

/** Day 0 of the next month is the last of this one. */
const isLastOfMonth = (day: PlainDate) =>
  Number(day.slice(8)) ===
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
