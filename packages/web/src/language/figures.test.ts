import { expect, test } from "vitest";
import { ordinalFirst, yearWith } from "./figures.tsx";

const weekdayOf = (month: number, day: number, weekday: number) =>
  new Date(Date.UTC(yearWith(month, day, weekday), month - 1, day)).getUTCDay();

test("a day without a year is shown with the weekday that is written, whatever this year's is", () => {
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    expect(weekdayOf(12, 15, weekday)).toBe(weekday % 7);
    expect(weekdayOf(2, 29, weekday)).toBe(weekday % 7);
  }
});

test("French counts the first day of a month, and no other number", () => {
  expect(
    ["1 avril 2026", "jeudi 1 janvier 2026", "11 avril 2026", "21 mai 2026"].map((day) =>
      ordinalFirst("fr-MA", day),
    ),
  ).toEqual(["1er avril 2026", "jeudi 1er janvier 2026", "11 avril 2026", "21 mai 2026"]);
  expect(ordinalFirst("en-GB", "1 April 2026")).toBe("1 April 2026");
});
