import fc from "fast-check";
import { expect, test } from "vitest";
import { shadeOf, steps, stepsFor } from "./shades.ts";

test("the steps are round, and reach above the greatest value", () => {
  expect(stepsFor([20815, 4500, null]).map(({ to }) => to)).toEqual([5000, 10000, 15000, 20000, 25000]);
  expect(stepsFor([3]).map(({ to }) => to)).toEqual([1, 2, 3, 4, 5]);
  expect(stepsFor([null, 0])).toEqual([]);
});

test("a share is drawn on a whole of 100 %, unless one goes beyond", () => {
  expect(stepsFor([0.11], true).at(-1)?.to).toBe(1);
  expect(stepsFor([1.4], true).at(-1)?.to).toBe(2);
});

test("every value has one step, that holds it; nothing and zero are told apart", () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1_000_000 }), { minLength: 1 }), (values) => {
      const list = stepsFor(values);
      for (const value of values) {
        const shade = shadeOf(value, list);
        const step = list[(shade ?? 0) - 1];
        if (value === 0) expect(shade).toBe(0);
        else expect(step && step.from < value && value <= step.to).toBe(true);
        expect(shade ?? 0).toBeLessThanOrEqual(steps);
      }
      expect(shadeOf(null, list)).toBeNull();
    }),
  );
});
