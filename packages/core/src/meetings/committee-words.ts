// The words of committees and their meetings. No I/O.
import { z } from "zod";
import type { State } from "../agreements/index.ts";

/** Who sits above whom (domain.md §2.2): strategic, steering, then follow-up in the region or the province. */
export const committeeKind = z.enum([
  "strategic",
  "steering",
  "follow_up",
  "technical",
  "regional",
  "provincial",
]);

export const presidedBy = z.enum([
  "head_of_government",
  "minister",
  "wali",
  "governor",
  "president",
  "director",
  "other",
]);

export const memberRole = z.enum(["chair", "secretary", "member", "observer"]);

/** The states of an agreement in which its committees are to meet: before there is nothing to follow, and after no more. */
export const steeredStates: readonly State[] = ["signed", "in_force", "suspended", "closing"];

/** A meeting is convened, then held, then its minutes are published; or it is cancelled before it was held. */
export const meetingState = z.enum(["convened", "held", "published", "cancelled"]);
export type MeetingState = z.infer<typeof meetingState>;

/** A time of day, HH:MM, on the installation's clock. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "HH:MM, from 00:00 to 23:59");

/** The instant at which a clock of the zone shows this time on this day. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  const shown = Date.parse(`${day}T${time}:00Z`);
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const offset = (at: number) => Date.parse(`${wall.format(at).replace(" ", "T")}Z`) - at;
  // twice: near a change of clocks, the first guess may have the offset of the other side
  const near = shown - offset(shown);
  return new Date(shown - offset(near));
}

/** The day and the time that a clock of the zone shows at an instant. */
export function wallClock(at: Date, timeZone: string): { readonly day: string; readonly time: string } {
  const wall = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  const [day = "", time = ""] = wall.format(at).split(" ");
  return { day, time };
}
