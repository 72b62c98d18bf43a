import { expect, test } from "vitest";
import { ageBandOf, words } from "./index.ts";

const counts = [
  { evidence: 1, total: 500, overlapping: 3 },
  { evidence: 2, total: 900, overlapping: 4 },
  { evidence: 3, total: 220, overlapping: 5 },
];

test("realised counts every level, proven the levels from the indicator's proof level on", () => {
  const said = words({ signed: 2000, declared: 1700, counts, proofLevel: 2 });
  expect(said).toMatchObject({ realised: 1620, proven: 1120, overlap: 12, withoutNames: 80 });
  expect(said.byEvidence).toEqual({ E1: 500, E2: 900, E3: 220, E4: 0 });
  expect(words({ signed: 2000, declared: null, counts, proofLevel: 3 })).toMatchObject({
    proven: 220,
    withoutNames: null,
  });
});

test("what remains is never below 0; the excess is above the target", () => {
  const said = words({ signed: 1500, declared: null, counts, proofLevel: 2 });
  expect(said.remaining).toEqual({ realised: 0, proven: 380 });
  expect(said.aboveTarget).toEqual({ realised: 120, proven: 0 });
});

test("without a number nothing remains and nothing is above", () => {
  const said = words({ signed: null, declared: 5, counts: [], proofLevel: 2 });
  expect(said.remaining).toEqual({ realised: null, proven: null });
  expect(said.aboveTarget).toEqual({ realised: null, proven: null });
  expect(said).toMatchObject({ realised: 0, withoutNames: 5 });
});

test.for([
  [null, "U"],
  [14, "other"],
  [15, "15-24"],
  [24, "15-24"],
  [25, "25-34"],
  [44, "35-44"],
  [59, "45-59"],
  [60, "60+"],
  [121, "other"],
] as const)("the age band of %s is %s", ([age, band]) => {
  expect(ageBandOf(age)).toBe(band);
});
