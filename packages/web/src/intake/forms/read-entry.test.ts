import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, readEntry } from "./read-entry.ts";

test.each([
  ["20.815", 20815],
  ["20 815", 20815],
  ["1,500", 1500],
  ["6000", 6000],
  ["3,5", 3.5],
  ["", null],
])("the number «%s» is %s", (text, value) => {
  expect(readEntry("number", { value: text })).toEqual({ value });
});

test("what is no number is refused where it stands", () => {
  expect(readEntry("number", { value: "vingt" })).toEqual({ error: "number" });
  expect(readEntry("money", { value: "374,805" })).toEqual({ error: "money" });
  expect(readEntry("months", { value: "0" })).toEqual({ error: "months" });
});

test("money is a decimal text in major units", () => {
  expect(readEntry("money", { value: "374 800 000,5" })).toEqual({ value: "374800000.50" });
});

test("a date is as partial as it is written, and exists", () => {
  const weekday = { year: null, month: null, day: null, weekday: 5 };
  expect(readEntry("date", { weekday: "5" })).toEqual({ value: weekday });
  expect(readEntry("date", { day: "31", month: "4" })).toEqual({ error: "date" });
  expect(readEntry("date", { day: "29", month: "2" })).toMatchObject({ value: { day: 29 } });
  expect(readEntry("date", { day: "29", month: "2", year: "2021" })).toEqual({ error: "date" });
  expect(readEntry("date", {})).toEqual({ error: "empty" });
  expect(readEntry("date", { year: "21" })).toEqual({ error: "year" });
});

test("a period does not end before it begins", () => {
  expect(readEntry("period", { "from.year": "2022", "to.year": "2020" })).toEqual({ error: "order" });
});

test("an entry gives back the value that filled it in", () => {
  const part = (most: number) => fc.option(fc.integer({ min: 1, max: most }), { nil: null });
  const date = fc
    .record({ year: fc.constantFrom(null, 2020, 2021), month: part(12), day: part(28), weekday: part(7) })
    .filter((one) => Object.values(one).some((value) => value !== null));
  fc.assert(
    fc.property(date, (value) => {
      expect(readEntry("date", entryOf("date", value))).toEqual({ value });
    }),
  );
  const place = { scheme: "hcp", code: "03.231" };
  expect(readEntry("territory", entryOf("territory", place))).toEqual({ value: place });
});
