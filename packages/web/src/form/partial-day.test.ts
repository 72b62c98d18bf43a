import { expect, test } from "vitest";
import { partialText, readPartial } from "./partial-day.ts";

test("a date is as partial as it is written, in the order of the day or of machines", () => {
  expect(readPartial("2021")).toEqual({ year: 2021, month: null, day: null, weekday: null });
  for (const month of ["12/2021", "2021-12", "١٢/٢٠٢١"])
    expect(readPartial(month)).toEqual({ year: 2021, month: 12, day: null, weekday: null });
  for (const day of [" 15/12/2021 ", "2021-12-15", "15.12.2021"])
    expect(readPartial(day)).toEqual({ year: 2021, month: 12, day: 15, weekday: null });
});

test.each([
  "13/2021",
  "00/2021",
  "2021-13",
  "2021-00",
  "30/02/2021",
  "2021-02-30",
  "décembre",
  "15/12/21",
  "1821",
  "12/3021",
  "",
])("%s is no date", (text) => expect(readPartial(text)).toBeNull());

test("it is written as partial as it is, and read as it is written", () => {
  for (const [date, text] of [
    [{ year: 2021, month: null, day: null }, "2021"],
    [{ year: 2021, month: 2, day: null }, "02/2021"],
    [{ year: 2021, month: 2, day: 5 }, "05/02/2021"],
  ] as const) {
    expect(partialText(date)).toBe(text);
    expect(readPartial(text)).toEqual({ ...date, weekday: null });
  }
  expect(partialText({ year: null, month: 12, day: 15 })).toBe("");
  expect(partialText(null)).toBe("");
});
