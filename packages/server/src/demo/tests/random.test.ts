import { expect, test } from "vitest";
import { chanceOf } from "../random.ts";
import { seededIds, simulatedClock } from "../simulated-time.ts";

const draw = (seed: string) => {
  const chance = chanceOf(seed);
  return Array.from({ length: 2000 }, () => chance.next());
};

test("one seed, one sequence; another seed, another", () => {
  expect(draw("a")).toEqual(draw("a"));
  expect(draw("a")).not.toEqual(draw("b"));
  expect(chanceOf("a").sub("one").next()).not.toBe(chanceOf("a").sub("two").next());
});

test("numbers spread evenly over [0, 1)", () => {
  const drawn = draw("even");
  const tenths = Array.from(
    { length: 10 },
    (_, tenth) => drawn.filter((n) => Math.floor(n * 10) === tenth).length,
  );
  for (const count of tenths) expect(count).toBeGreaterThan(150);
  expect(Math.max(...drawn)).toBeLessThan(1);
});

test("simulated time moves forward only, and ids grow with it", () => {
  const clock = simulatedClock();
  const ids = seededIds(clock, chanceOf("ids"));
  const first = ids.next();
  clock.moveTo("2024-05-06");
  const second = ids.next();
  expect([second, first].sort()).toEqual([first, second]);
  expect(second).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(() => clock.moveTo("2024-05-05")).toThrow("time moves forward");
});
