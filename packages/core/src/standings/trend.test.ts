import fc from "fast-check";
import { expect, test } from "vitest";
import { monthsUntil, trendOf } from "./trend.ts";

const of = (code: string, realised: number, proven = 0) => ({ code, realised, proven });

test("twelve months, over the turn of the year", () => {
  expect(monthsUntil("2026-02-10")).toEqual([
    ...["2025-03", "2025-04", "2025-05", "2025-06", "2025-07", "2025-08", "2025-09", "2025-10"],
    ...["2025-11", "2025-12", "2026-01", "2026-02"],
  ]);
  expect([monthsUntil("2026-12-31")[0], monthsUntil("2026-12-31").at(-1)]).toEqual(["2026-01", "2026-12"]);
});

const counts = [
  ...[of("2026-05", 10, 9), of("2026-06", 10), of("2026-07", 10), of("2026-08", 12), of("2026-09", 14, 14)],
  ...[of("2026-10", 16, 3), of("2026-11", 1)],
];
const cases = [
  // while November runs it is not compared
  ["2026-11-22", 42, 30],
  ["2026-11-30", 31, 32],
  ["2026-10-31", 42, 30],
  ["2026-10-30", 36, 20],
] as const;

test.each(cases)("on %s the last three months that ended: %i, before: %i", (day, lastThree, threeBefore) => {
  expect(trendOf(day, counts)).toMatchObject({ lastThree, threeBefore });
});

test("February ends on its last day, in leap years too", () => {
  const winter = [of("2028-02", 5), of("2028-01", 1), of("2027-02", 5), of("2027-01", 1)];
  const lastThree = (day: string) => trendOf(day, winter).lastThree;
  expect(["2028-02-28", "2028-02-29", "2027-02-27", "2027-02-28"].map(lastThree)).toEqual([1, 6, 1, 6]);
});

const days = fc.date({ min: new Date("2001-01-01"), max: new Date("2099-12-31"), noInvalidDate: true });

test("what lies in the twelve months adds up, what lies outside is left out, proven is never more", () => {
  fc.assert(
    fc.property(
      days,
      fc.array(fc.tuple(fc.nat(30), fc.nat(20), fc.nat(20)), { maxLength: 20 }),
      (at, told) => {
        const day = at.toISOString().slice(0, 10);
        const window = monthsUntil(day);
        const given = told.map(([ago, proven, more]) => {
          const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - ago, 1)).toISOString();
          return of(month.slice(0, 7), proven + more, proven);
        });
        const counts = [...new Map(given.map((count) => [count.code, count])).values()];
        const { months } = trendOf(day, counts);
        const sum = (list: typeof counts) => list.reduce((all, { realised }) => all + realised, 0);
        expect(months.map(({ code }) => code)).toEqual(window);
        expect(sum(months)).toBe(sum(counts.filter(({ code }) => window.includes(code))));
        expect(months.every(({ realised, proven }) => proven <= realised)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});
