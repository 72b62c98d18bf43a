import { expect, test } from "vitest";
import { dayByKey, monthsLater, weeksOf } from "./month-days.ts";

test("a month is drawn in weeks from Monday, each of its days once", () => {
  const weeks = weeksOf("2026-03");
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-03-01"]);
  expect(weeks.flat().filter(Boolean)).toHaveLength(31);
  expect(weeksOf("2027-02")).toHaveLength(4);
});

test("a month later is the same day, or the last one of a shorter month", () => {
  expect(monthsLater("2026-01-31", 1)).toBe("2026-02-28");
  expect(monthsLater("2026-01-15", -1)).toBe("2025-12-15");
  expect(monthsLater("2024-02-29", 12)).toBe("2025-02-28");
});

test("arrows go as the week is drawn, from right to left in Arabic", () => {
  expect(dayByKey("ArrowRight", "2026-02-28", false)).toBe("2026-03-01");
  expect(dayByKey("ArrowRight", "2026-03-01", true)).toBe("2026-02-28");
  expect(dayByKey("ArrowDown", "2026-03-15", true)).toBe("2026-03-22");
  expect([dayByKey("Home", "2026-03-15", false), dayByKey("End", "2026-03-16", false)]).toEqual([
    "2026-03-09",
    "2026-03-22",
  ]);
  expect(dayByKey("a", "2026-03-15", false)).toBeNull();
});
