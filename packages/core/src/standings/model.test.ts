import fc from "fast-check";
import { expect, test } from "vitest";
import {
  aboveTarget,
  type Counts,
  countedInMoreThanOne,
  countsOf,
  nothingCounted,
  type PromiseState,
  promiseStates,
  remainingOf,
  stateOf,
} from "./model.ts";

const counted = (realised: number, proven: number): Counts => ({ ...nothingCounted, realised, proven });
const year = { periodFrom: "2026-01-01", deadline: "2026-12-31" };
const half = "2026-07-02";

/** signed, declared, realised, proven, deadline, day → state: the first rule that applies. */
const cases: readonly [string, Parameters<typeof stateOf>, PromiseState][] = [
  ["nothing recorded at all", [{ signed: 100, declared: null, ...year }, counted(0, 0), half], "no_evidence"],
  [
    "nothing recorded, long after the deadline",
    [{ signed: 100, declared: null, ...year }, counted(0, 0), "2030-01-01"],
    "no_evidence",
  ],
  [
    "announced only, nothing recorded, no deadline",
    [{ signed: null, declared: null, periodFrom: null, deadline: null }, counted(0, 0), half],
    "no_evidence",
  ],
  [
    "a declaration of none is something recorded",
    [{ signed: 100, declared: 0, ...year }, counted(0, 0), half],
    "late",
  ],
  [
    "proven in full after the deadline",
    [{ signed: 100, declared: null, ...year }, counted(120, 100), "2030-01-01"],
    "reached",
  ],
  [
    "realised in full, but not proven",
    [{ signed: 100, declared: null, ...year }, counted(100, 40), half],
    "late",
  ],
  [
    "without a deadline nothing is late",
    [{ signed: 100, declared: 3, periodFrom: "2020-01-01", deadline: null }, counted(1, 0), "2030-01-01"],
    "no_deadline",
  ],
  [
    "one day after the deadline",
    [{ signed: 100, declared: null, ...year }, counted(99, 99), "2027-01-01"],
    "late",
  ],
  [
    "the deadline's own day, one missing",
    [{ signed: 100, declared: null, ...year }, counted(99, 99), "2026-12-31"],
    "late",
  ],
  ["behind the elapsed share", [{ signed: 100, declared: null, ...year }, counted(60, 40), half], "late"],
  [
    "ahead of the elapsed share",
    [{ signed: 100, declared: null, ...year }, counted(60, 60), half],
    "on_time",
  ],
  [
    "before the period begins",
    [{ signed: 100, declared: null, ...year }, counted(1, 0), "2025-06-01"],
    "on_time",
  ],
  [
    "a deadline without a beginning has no share to be behind of",
    [{ signed: 100, declared: null, periodFrom: null, deadline: "2026-12-31" }, counted(1, 1), half],
    "on_time",
  ],
  [
    "a deadline and no number",
    [{ signed: null, declared: null, ...year }, counted(5, 5), half],
    "unquantified",
  ],
  [
    "a deadline that has passed and no number that could have been reached",
    [{ signed: null, declared: null, ...year }, counted(5, 5), "2027-01-01"],
    "unquantified",
  ],
  [
    "a target of none is reached at once",
    [{ signed: 0, declared: 0, ...year }, counted(0, 0), half],
    "reached",
  ],
];

test.each(cases)("%s", (_, given, state) => {
  expect(stateOf(...given)).toBe(state);
});

test("every state has a case", () => {
  expect([...new Set(cases.map(([, , state]) => state))].sort()).toEqual([...promiseStates].sort());
});

const count = fc.nat({ max: 100_000 });

test("remaining is never below 0, and above the target never both", () => {
  fc.assert(
    fc.property(count, count, (signed, realised) => {
      const { realised: left } = remainingOf(signed, counted(realised, 0));
      const above = aboveTarget(signed, realised) ?? 0;
      expect(signed - (left ?? 0) + above).toBe(realised);
      expect(Math.min(left ?? 0, above)).toBe(0);
    }),
  );
  expect(remainingOf(null, counted(5, 5))).toEqual({ realised: null, proven: null });
  expect(aboveTarget(null, 5)).toBeNull();
});

test("proven is what stands at the proof level of its own version of the definition", () => {
  const parts = [
    { version: 1, evidence: 1, total: 1, overlapping: 1 },
    { version: 1, evidence: 2, total: 2, overlapping: 0 },
    { version: 2, evidence: 2, total: 4, overlapping: 1 },
    { version: 2, evidence: 3, total: 8, overlapping: 0 },
    { version: 2, evidence: 4, total: 16, overlapping: 0 },
  ];
  expect(countsOf(parts, (version) => (version === 1 ? 2 : 3))).toEqual({
    realised: 31,
    proven: 26,
    byEvidence: { E1: 1, E2: 6, E3: 8, E4: 16 },
    overlap: 2,
  });
  expect(countsOf([], () => 2)).toEqual(nothingCounted);
});

test("counted in more than one: what the children add up to beyond their parent", () => {
  expect(countedInMoreThanOne([3, 4], 6)).toBe(1);
  expect(countedInMoreThanOne([], 0)).toBe(0);
});
