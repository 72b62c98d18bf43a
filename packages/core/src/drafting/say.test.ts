import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay, readNumber, sayDay, sayNumber } from "./say.ts";

test.each([
  ["20815", "20\u00a0815"],
  ["374800000.00", "374\u00a0800\u00a0000"],
  ["32000000.50", "32\u00a0000\u00a0000,50"],
  ["0", "0"],
])("%s is written as %s", (value, said) => {
  expect(sayNumber(value)).toBe(said);
});

test("what is written is read back, in both languages", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10 ** 12 }), (value) => {
      expect(readNumber(sayNumber(String(value)))).toBe(String(value));
    }),
    { numRuns: 100 },
  );
  const days = fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (at) => {
      const day = at.toISOString().slice(0, 10);
      expect(readDay(sayDay(day, "fr"))).toBe(day);
      expect(readDay(sayDay(day, "ar"))).toBe(day);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ["1.500", "1500"],
  ["١٥٠٠", "1500"],
  ["1 500,5", "1500.5"],
  ["environ mille", null],
])("a lawyer's «%s» is read as %s", (said, value) => {
  expect(readNumber(said)).toBe(value);
});

test.each([
  ["1er juillet 2026", "2026-07-01"],
  ["30/06/2028", "2028-06-30"],
  ["31 février 2028", null],
  ["fin 2028", null],
])("a lawyer's day «%s» is read as %s", (said, value) => {
  expect(readDay(said)).toBe(value);
});
