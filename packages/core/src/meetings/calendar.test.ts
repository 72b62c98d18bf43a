import fc from "fast-check";
import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type CalendarEntry, calendarOf } from "./calendar.ts";
import { instantOf, wallClock } from "./committee-words.ts";

const entry: CalendarEntry = {
  ...{ uid: "1@iltizam", sequence: 2, stamp: new Date("2026-03-02T12:00:00Z"), minutesLong: 90 },
  start: new Date("2026-03-20T09:00:00Z"),
  title: "Comité de suivi, session 3; لجنة التتبع",
  text: "1. Avancement\n2. Preuves \\ contrats",
  place: "Wilaya, salle 2",
  address: "https://iltizam.test/meetings/COM-1",
  isCancelled: false,
  organiser: "secretariat@agence.test",
  attendee: "emploi@conseil.test",
};

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return { calendar, events: calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one)) };
};

test("a calendar program reads every value as it was", () => {
  const { calendar, events } = read(calendarOf([entry], "REQUEST", "Iltizam"));
  const [event] = events;
  expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
  expect(event).toMatchObject({
    ...{
      uid: "1@iltizam",
      sequence: 2,
      summary: entry.title,
      description: entry.text,
      location: entry.place,
    },
    ...{ organizer: "mailto:secretariat@agence.test" },
  });
  expect(event?.startDate.toJSDate()).toEqual(entry.start);
  expect(event?.endDate.toJSDate()).toEqual(new Date("2026-03-20T10:30:00Z"));
  expect(event?.component.getFirstPropertyValue("status")).toBe("CONFIRMED");
});

test("whatever stands in title and text comes back, and no line has more than 75 octets", () => {
  const words = fc.string({ unit: "grapheme", maxLength: 200 }).map((text) => text.replace(/\p{Cc}/gu, ""));
  fc.assert(
    fc.property(words, words, (title, text) => {
      const written = calendarOf([{ ...entry, title, text }], "PUBLISH");
      for (const line of written.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [event] = read(written).events;
      expect([event?.summary ?? "", event?.description ?? ""]).toEqual([title, text]);
    }),
  );
});

test("a day whose hour is not known is the whole of that day", () => {
  const { events } = read(calendarOf([{ ...entry, start: "2026-03-20" }], "PUBLISH"));
  expect(events[0]?.startDate.isDate).toBe(true);
  expect([events[0]?.startDate.toString(), events[0]?.endDate.toString()]).toEqual([
    "2026-03-20",
    "2026-03-21",
  ]);
});

test("a cancelled meeting is struck out", () => {
  const { calendar, events } = read(calendarOf([{ ...entry, isCancelled: true }], "CANCEL"));
  expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
  expect(events[0]?.component.getFirstPropertyValue("status")).toBe("CANCELLED");
});

test.each([
  ["2026-06-15", "10:00", "2026-06-15T09:00:00.000Z"],
  // Morocco keeps the hour of Greenwich during Ramadan
  ["2026-03-02", "10:00", "2026-03-02T10:00:00.000Z"],
])("%s at %s in Casablanca is %s", (day, time, instant) => {
  const at = instantOf(day, time, "Africa/Casablanca");
  expect(at.toISOString()).toBe(instant);
  expect(wallClock(at, "Africa/Casablanca")).toEqual({ day, time });
});
