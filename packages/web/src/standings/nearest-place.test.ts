import { expect, test } from "vitest";
import { nearestPlace, type Spot } from "./nearest-place.ts";

const at = (code: string, x: number, y: number): Spot => ({ code, x, y });
const spots = [
  at("centre", 0, 0),
  at("near", 10, 4),
  at("far", 30, 0),
  at("below", 2, 20),
  at("aside", 3, -30),
];
const from = at("centre", 0, 0);

test("an arrow goes to the nearest place that way, and nowhere at the edge", () => {
  expect(nearestPlace(spots, from, "ArrowRight")?.code).toBe("near");
  expect(nearestPlace(spots, from, "ArrowDown")?.code).toBe("below");
  expect(nearestPlace(spots, from, "ArrowUp")?.code).toBe("aside");
  expect(nearestPlace(spots, from, "ArrowLeft")).toBeUndefined();
});

test("every place of a grid is reached by arrows from every other", () => {
  const grid = Array.from({ length: 12 }, (_, n) =>
    at(`${n}`, (n % 4) * 10 + (n % 3), Math.floor(n / 4) * 10),
  );
  const reached = new Set([grid[0] as Spot]);
  for (const spot of reached)
    for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"] as const) {
      const next = nearestPlace(grid, spot, key);
      if (next) reached.add(next);
    }
  expect(reached.size).toBe(grid.length);
});
