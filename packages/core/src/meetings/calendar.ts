// Meetings and events as iCalendar (RFC 5545), which every calendar program reads. Values in, text out.

export interface CalendarEntry {
  /** The same for ever: a later sending with a greater sequence replaces the entry. */
  readonly uid: string;
  readonly sequence: number;
  /** When this was written. */
  readonly stamp: Date;
  /** An instant with its length, or a whole day, YYYY-MM-DD. */
  readonly start: Date | string;
  readonly minutesLong?: number;
  readonly title: string;
  readonly text: string;
  readonly place: string | null;
  /** Where it can be read. */
  readonly address: string | null;
  readonly isCancelled: boolean;
  /** Whose mail the entry comes from, and to whom it goes: wanted for an invitation. */
  readonly organiser?: string;
  readonly attendee?: string;
}

/** What the receiver does with it: takes it in (`PUBLISH`), is invited, or strikes it out. */
export type CalendarMethod = "PUBLISH" | "REQUEST" | "CANCEL";

/** A calendar of these entries; lines end in CR LF and hold at most 75 octets. */
export function calendarOf(entries: readonly CalendarEntry[], method: CalendarMethod, name?: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Iltizam//Committees//FR",
    "CALSCALE:GREGORIAN",
    `METHOD:${method}`,
    ...(name === undefined ? [] : [`X-WR-CALNAME:${escaped(name)}`]),
    ...entries.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines(entry: CalendarEntry): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${entry.uid}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.stamp)}`,
    ...whenLines(entry),
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.text)}`,
    ...(entry.place === null ? [] : [`LOCATION:${escaped(entry.place)}`]),
    ...(entry.address === null ? [] : [`URL:${entry.address}`]),
    ...(entry.organiser === undefined ? [] : [`ORGANIZER:mailto:${entry.organiser}`]),
    ...(entry.attendee === undefined ? [] : [`ATTENDEE;ROLE=REQ-PARTICIPANT:mailto:${entry.attendee}`]),
    `STATUS:${entry.isCancelled ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
  ];
}

/** A day without an end is that whole day (RFC 5545, 3.6.1). */
function whenLines({ start, minutesLong = 0 }: CalendarEntry): string[] {
  if (typeof start === "string") return [`DTSTART;VALUE=DATE:${start.replaceAll("-", "")}`];
  const end = new Date(start.getTime() + minutesLong * 60_000);
  return [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`];
}

/** An instant as 20260315T090000Z. */
const utc = (at: Date) => at.toISOString().replace(/[-:]|\.\d{3}/g, "");

const escaped = (text: string) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");

/** Breaks a line so that no part has more than 75 octets, and none is broken inside a sign. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const sign of line) {
    const more = Buffer.byteLength(sign);
    if (octets + more > 75) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += sign;
    octets += more;
  }
  return [...parts, part].join("\r\n");
}
