// Kinds, states and parts of a report, its periods, and what it must hold. No I/O.
import { z } from "zod";

export const reportKind = z.enum(["activity", "financial", "final"]);
export type ReportKind = z.infer<typeof reportKind>;

export const reportState = z.enum(["due", "asked", "received", "sent_back", "accepted", "waived"]);
export type ReportState = z.infer<typeof reportState>;

/** The states in which the partner owes an answer. */
export const waiting: readonly ReportState[] = ["due", "asked", "sent_back"];

export const reportPart = z.enum(["account", "number", "spent", "file"]);
export type ReportPart = z.infer<typeof reportPart>;

/** What a report of a kind cannot do without, beside a number for each promise that the partner owes. */
export const neededParts: Readonly<Record<ReportKind, readonly ReportPart[]>> = {
  activity: ["account"],
  financial: ["spent", "file"],
  final: ["account", "file"],
};

/** Whether a report of this kind tells numbers. */
export const tellsNumbers = (kind: ReportKind): boolean => kind !== "financial";

export interface DuePeriod {
  readonly from: string;
  readonly to: string;
  readonly dueOn: string;
}

/** The most reports that one schedule writes: ten years by the month. */
export const mostReports = 120;

/**
 * The periods of a schedule from its first day to its last, each due `daysAfter` days after its end; the last one is cut
 * at `until`. Without a rhythm, one for the whole time.
 * @example periodsOf({ from: "2026-01-01", until: "2026-05-31", everyMonths: 3, daysAfter: 30 }) is January to March,
 *   due on 30 April, and April to May, due on 30 June
 */
export function periodsOf(schedule: {
  readonly from: string;
  readonly until: string;
  readonly everyMonths: number | null;
  readonly daysAfter: number;
}): DuePeriod[] {
  const { from, until, everyMonths, daysAfter } = schedule;
  const periods: DuePeriod[] = [];
  for (let nth = 0; periods.length <= mostReports; nth += 1) {
    const start = everyMonths === null ? from : monthsAfter(from, nth * everyMonths);
    if (start > until) break;
    const next = everyMonths === null ? until : daysLater(monthsAfter(from, (nth + 1) * everyMonths), -1);
    const end = [next, until].sort()[0] ?? until;
    periods.push({ from: start, to: end, dueOn: daysLater(end, daysAfter) });
    if (everyMonths === null) break;
  }
  return periods;
}

/** The same day of a later month, or its last day where that month is shorter. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
