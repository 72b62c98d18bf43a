import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay, writeDay } from "./read-day.ts";

const march = { kind: "day", day: "2026-03-15" };
const faultOf = (text: string) => {
  const read = readDay(text);
  return read.kind === "fault" ? read.fault.id : read;
};

test.each([
  "15/03/2026",
  "15/3/2026",
  "15-03-2026",
  "15.03.2026",
  "15 03 2026",
  " 15 / 03 / 2026 ",
  "2026-03-15",
  "2026/3/15",
  "15032026",
  "20260315",
  "١٥/٠٣/٢٠٢٦",
  "۱۵/۰۳/۲۰۲۶",
  "٢٠٢٦-٠٣-١٥",
  "\u200f15\u200f/\u200f3\u200f/2026",
])("«%s» is the fifteenth of March 2026", (written) => {
  expect(readDay(written)).toEqual(march);
});

test("eight digits begin with the day, unless only a year can stand there", () => {
  expect(readDay("20122012")).toEqual({ kind: "day", day: "2012-12-20" });
  expect(readDay("19991231")).toEqual({ kind: "day", day: "1999-12-31" });
});

test("nothing written is no day, and no fault", () => {
  expect(readDay("")).toEqual({ kind: "nothing" });
  expect(readDay("   ")).toEqual({ kind: "nothing" });
});

test.each([
  ["demain", "form.fault.day.unread"],
  ["15/03", "form.fault.day.unread"],
  ["15/03/2026 ou après", "form.fault.day.unread"],
  ["1503202", "form.fault.day.unread"],
  ["15/03/26", "form.fault.day.year"],
  ["15/03/20266", "form.fault.day.year"],
  ["15/03/1026", "form.fault.day.year"],
  ["15/13/2026", "form.fault.day.month"],
  ["15/00/2026", "form.fault.day.month"],
  ["2026-15-03", "form.fault.day.month"],
  ["31/02/2026", "form.fault.day.none"],
  ["29/02/2025", "form.fault.day.none"],
  ["00/03/2026", "form.fault.day.none"],
])("«%s» is refused with a sentence", (written, id) => {
  expect(faultOf(written)).toBe(id);
});

test("a day that the month has not is told with how many it has", () => {
  expect(readDay("31/04/2026")).toEqual({
    kind: "fault",
    fault: { id: "form.fault.day.none", values: { day: 31, days: 30, at: "2026-04" } },
  });
  expect(readDay("29/02/2024")).toEqual({ kind: "day", day: "2024-02-29" });
});

test("every day is read back from how it is written", () => {
  const days = fc.date({
    min: new Date("1900-01-01"),
    max: new Date("2199-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(days, (date) => {
      const day = date.toISOString().slice(0, 10);
      expect(readDay(writeDay(day))).toEqual({ kind: "day", day });
      expect(readDay(day)).toEqual({ kind: "day", day });
    }),
  );
});
