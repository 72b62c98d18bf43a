import { expect, test } from "vitest";
import { linesOf, totalOf } from "./count-attendance.ts";

test("a line an age band in which somebody came, and its sides add up", () => {
  const lines = linesOf([
    { sex: "M", ageBand: "25-34", headcount: 4 },
    { sex: "F", ageBand: "15-24", headcount: 9 },
    { sex: "M", ageBand: "15-24", headcount: 2 },
    { sex: "U", ageBand: "U", headcount: 1 },
  ]);
  expect(lines).toEqual([
    { band: "15-24", of: { F: 9, M: 2, U: 0 }, all: 11 },
    { band: "25-34", of: { F: 0, M: 4, U: 0 }, all: 4 },
    { band: "U", of: { F: 0, M: 0, U: 1 }, all: 1 },
  ]);
  expect([totalOf(lines), totalOf(lines, "F"), totalOf([])]).toEqual([16, 9, 0]);
});
