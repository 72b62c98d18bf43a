import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import { eventCalendar } from "./event-calendar.ts";
import { holdEvent } from "./hold-event.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const space = "simulated" as const;
const day = { year: 2026, month: 9, day: 14, weekday: null };

test("an event whose day is known in full is an entry of that day, in the language that is asked for", async () => {
  await holdEvent(place.ctx, { space, reference: "ASSISES-26", kind: "regional_assizes", date: day });
  const { fileName, text } = await eventCalendar(place.ctx, { event: "ASSISES-26", lang: "ar" });
  expect(fileName).toBe("ASSISES-26.ics");
  expect(text).toContain("DTSTART;VALUE=DATE:20260914\r\n");
  expect(text).toContain("SUMMARY:ملتقى جهوي");
});

test("an audit and a committee are named by their words", async () => {
  for (const kind of ["audit", "committee"] as const)
    await holdEvent(place.ctx, { space, reference: `${kind.toUpperCase()}-26`, kind, date: day });
  const said = async (event: string) => (await eventCalendar(place.ctx, { event, lang: "ar" })).text;
  expect(await said("AUDIT-26")).toContain("SUMMARY:افتحاص");
  expect(await said("COMMITTEE-26")).toContain("SUMMARY:لجنة");
});

test("an event of a month alone stands on no day of a calendar, and the refusal says so", async () => {
  await holdEvent(place.ctx, {
    space,
    reference: "VISITE",
    kind: "study_visit",
    date: { ...day, day: null },
  });
  await expect(eventCalendar(place.ctx, { event: "VISITE" })).rejects.toMatchObject({
    code: "meetings.day_unknown",
  });
});
