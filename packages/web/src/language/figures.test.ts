import { expect, test } from "vitest";
import { yearWith } from "./figures.tsx";

const weekdayOf = (month: number, day: number, weekday: number) =>
  new Date(Date.UTC(yearWith(month, day, weekday), month - 1, day)).getUTCDay();

test("a day without a year is shown with the weekday that is written, whatever this year's is", () => {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    expect(weekdayOf(12, 15, weekday)).toBe(weekday % 7);
    expect(weekdayOf(2, 29, weekday)).toBe(weekday % 7);
  }
});
