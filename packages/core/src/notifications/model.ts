// When a digest goes out, who is told of what, and how an alarm is known again. No I/O.
import type { Alarm } from "../alarms/index.ts";
import type { Role } from "../kernel/index.ts";

/** Days after which the same alarm is told again, and days late after which a director is told too. */
export const reminderTerms = ["again", "escalated"] as const;
export type ReminderTerm = (typeof reminderTerms)[number];
export type ReminderTerms = Readonly<Record<ReminderTerm, number>>;
/** What holds until something else is set (`terms.ts`). */
export const givenDays: ReminderTerms = { again: 7, escalated: 14 };

/** From this hour on nothing is sent. */
export const eveningHour = 20;

const atOnce: readonly Role[] = ["R1", "R8"];
const escalated: readonly Role[] = ["R4", "R9"];
export const remindedRoles: readonly Role[] = [...atOnce, ...escalated];

/** How somebody with these roles is told of something so many days late; undefined: not (yet). */
export function toldAs(
  roles: readonly Role[],
  daysLate: number,
  escalatedAfter: number = givenDays.escalated,
): "at_once" | "escalated" | undefined {
  if (roles.some((role) => atOnce.includes(role))) return "at_once";
  const isTold = daysLate >= escalatedAfter && roles.some((role) => escalated.includes(role));
  return isTold ? "escalated" : undefined;
}

/** The same alarm on another day has the same key. */
export const alarmKey = ({ kind, agreement, subject, owner, dueOn }: Alarm): string =>
  [kind, agreement, dueOn, subject ?? "", ...(kind === "attestation_ends" ? [owner?.reference] : [])].join(
    " ",
  );

export interface Wish {
  readonly hour: number;
  readonly weekends: boolean;
}

/** Whether a digest may go out now: `weekday` 0 is Sunday, `hour` that of the installation's clock. */
export function isQuiet(
  { hour, weekends }: Wish,
  now: { readonly hour: number; readonly weekday: number },
): boolean {
  const isWeekend = now.weekday === 0 || now.weekday === 6;
  return now.hour < hour || now.hour >= eveningHour || (isWeekend && !weekends);
}

/** The hour and the day of the week that a clock of the zone shows. */
export function hourOf(at: Date, timeZone: string): { readonly hour: number; readonly weekday: number } {
  const hour = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", hourCycle: "h23" }).format(at),
  );
  const day = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" }).format(at);
  return { hour, weekday: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(day) };
}
