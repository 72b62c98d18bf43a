import fc from "fast-check";
import { expect, test } from "vitest";
import { missingMarks, rankOf } from "./ranking.ts";

const votes = [{ number: 1, weight: 1 }];

test("equal scores share a rank, and the next one counts those before it", () => {
  const marks = [12, 9, 12, 4].map((mark, at) => ({ merged: at + 1, criterion: 1, by: "atelier", mark }));
  expect(rankOf([1, 2, 3, 4], votes, marks)).toEqual([
    { merged: 1, score: 12, rank: 1 },
    { merged: 3, score: 12, rank: 1 },
    { merged: 2, score: 9, rank: 3 },
    { merged: 4, score: 4, rank: 4 },
  ]);
});

test("a mark counts as often as its criterion weighs, over all who mark", () => {
  const criteria = [
    { number: 1, weight: 3 },
    { number: 2, weight: 1 },
  ];
  const mark = (merged: number, criterion: number, by: string, given: number) => ({
    ...{ merged, criterion, by, mark: given },
  });
  const marks = [
    ...[mark(1, 1, "a", 4), mark(1, 2, "a", 2), mark(1, 1, "b", 1), mark(1, 2, "b", 5)],
    ...[mark(2, 1, "a", 2), mark(2, 2, "a", 5), mark(2, 1, "b", 3), mark(2, 2, "b", 2)],
  ];
  expect(rankOf([1, 2], criteria, marks)).toEqual([
    { merged: 1, score: 22, rank: 1 },
    { merged: 2, score: 22, rank: 1 },
  ]);
});

test("nothing is ranked while one who marks has left something out, and what she left out is said", () => {
  const marks = [
    { merged: 1, criterion: 1, by: "a", mark: 5 },
    { merged: 2, criterion: 1, by: "a", mark: 3 },
    { merged: 1, criterion: 1, by: "b", mark: 1 },
  ];
  expect(missingMarks([1, 2], votes, marks)).toEqual([{ merged: 2, criterion: 1, by: "b" }]);
  expect(rankOf([1, 2], votes, marks).map(({ rank }) => rank)).toEqual([null, null]);
  expect(rankOf([1, 2], votes, []).map(({ rank }) => rank)).toEqual([null, null]);
});

test("whatever the marks: a higher score is never behind, equal ones are together, ranks count who is before", () => {
  const given = fc.array(fc.nat(6), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(given, (scores) => {
      const merged = scores.map((_, at) => at + 1);
      const marks = scores.map((mark, at) => ({ merged: at + 1, criterion: 1, by: "a", mark }));
      const ranks = new Map(rankOf(merged, votes, marks).map((one) => [one.merged, one.rank]));
      for (const [at, score] of scores.entries())
        expect(ranks.get(at + 1)).toBe(1 + scores.filter((other) => other > score).length);
    }),
    { numRuns: 60 },
  );
});
