import { expect, test } from "vitest";
import { remaining, type TargetVersion, targetsOn, withChange } from "./model.ts";

const version = (given: Partial<TargetVersion>): TargetVersion => ({
  version: 1,
  quantity: 1500,
  qualifier: "exact",
  ...{ periodFrom: null, periodTo: null, deadline: null, from: "2025-01-01", to: null },
  ...{ recordedAt: "2025-01-01T00:00:00Z", closedAt: null, amendment: null, clause: null, reason: null },
  ...given,
});

test("the current target of a day is the version in force, the original stays the first", () => {
  const versions = [
    version({ to: "2025-07-01" }),
    version({ version: 2, quantity: 1200, from: "2025-07-01" }),
  ];
  expect(targetsOn(versions, "2025-06-30").current?.quantity).toBe(1500);
  expect(targetsOn(versions, "2025-07-01").current?.quantity).toBe(1200);
  expect(targetsOn(versions, "2025-07-01").original?.quantity).toBe(1500);
  expect(targetsOn(versions, "2024-12-31")).toEqual({ original: null, current: null });
  expect(withChange(versions).map(({ change }) => change)).toEqual([null, -300]);
});

test("remaining is never below zero: the excess is above the target", () => {
  expect(remaining(1500, 1200)).toEqual({ remaining: 300, above: 0 });
  expect(remaining(1500, 1620)).toEqual({ remaining: 0, above: 120 });
  expect(remaining(null, 10)).toEqual({ remaining: null, above: null });
});
