import fc from "fast-check";
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

test("whatever the amendments, one version is in force on each day after the first, and the original is kept", () => {
  const amendments = fc.uniqueArray(fc.integer({ min: 1, max: 2000 }), { maxLength: 8 });
  const day = (offset: number) => new Date(Date.UTC(2025, 0, 1 + offset)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(amendments, fc.integer({ min: 0, max: 2500 }), (offsets, asked) => {
      const starts = [0, ...offsets.toSorted((a, b) => a - b)];
      const versions = starts.map((start, index) => {
        const next = starts[index + 1];
        const to = next === undefined ? null : day(next);
        return version({ version: index + 1, quantity: index * 10, from: day(start), to });
      });
      const { original, current } = targetsOn(versions, day(asked));
      expect(original?.version).toBe(1);
      expect(current?.version).toBe(starts.filter((start) => start <= asked).length);
      const changes = withChange(versions).reduce((sum, { change }) => sum + (change ?? 0), 0);
      expect(changes).toBe((versions.at(-1)?.quantity ?? 0) - (versions[0]?.quantity ?? 0));
    }),
  );
});

test("whatever was counted, what remains and what lies above account for the difference", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e9), (signed, counted) => {
      const { remaining: left, above } = remaining(signed, counted);
      expect((left ?? 0) - (above ?? 0)).toBe(signed - counted);
      expect(Math.min(left ?? 0, above ?? 0)).toBe(0);
    }),
  );
});
