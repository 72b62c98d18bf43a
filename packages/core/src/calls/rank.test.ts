import fc from "fast-check";
import { expect, test } from "vitest";
import { type Judged, medianOf, medianTwice, pointsOf, type Rules, rank } from "./rank.ts";

const rules: Rules = {
  criteria: [
    { number: 1, weight: 60, scale: 20, atLeast: null },
    { number: 2, weight: 40, scale: 20, atLeast: 8 },
  ],
  ...{ passMark: 50, disagreementPercent: 40, envelope: 250n },
};
/** An application with the marks of some assessors, one row of marks a criterion. */
const judged = (application: string, number: number, asked: bigint, ...rows: number[][]): Judged => ({
  ...{ application, number, asked },
  marks: rows.flatMap((marks, at) =>
    marks.map((mark, who) => ({ assessor: `a${who}`, criterion: at + 1, mark })),
  ),
});
const told = (all: readonly Judged[], by: Rules = rules) =>
  rank(all, by).map((one) => `${one.rank} ${one.application} ${pointsOf(one.hundredths)} ${one.proposed}`);

test("the score adds the weighted medians, as in the README", () => {
  const [only] = rank([judged("a", 1, 100n, [10, 14, 18], [8, 12, 13])], rules);
  expect(only).toMatchObject({ hundredths: 6600, rank: 1, proposed: "accepted" });
  expect(only?.criteria.map((one) => [medianOf(one.medianTwice), one.isDisputed])).toEqual([
    ["14", true],
    ["12", false],
  ]);
});

test("an even number of assessors gives half marks, and nothing is rounded before it is shown", () => {
  expect([medianTwice([13, 14]), medianOf(27), medianOf(26), medianTwice([7])]).toEqual([
    27,
    "13.5",
    "13",
    14,
  ]);
  const thirds: Rules = { ...rules, criteria: [{ number: 1, weight: 100, scale: 3, atLeast: null }] };
  expect(told([judged("a", 1, 1n, [2])], thirds)).toEqual(["1 a 66.67 accepted"]);
  // two scores that are shown alike and are not
  const fine: Rules = {
    ...rules,
    criteria: [
      { number: 1, weight: 99, scale: 97, atLeast: null },
      { number: 2, weight: 1, scale: 89, atLeast: null },
    ],
  };
  const near = [judged("late", 2, 1n, [96], [1]), judged("early", 1, 1n, [96], [0])];
  expect(told(near, fine)[0]).toContain("1 late");
});

test("who lies below a criterion's least is eliminated and not ranked; below the pass mark ranked and not proposed", () => {
  const all = [
    judged("weak", 1, 10n, [9], [9]),
    judged("eliminated", 2, 10n, [20], [7]),
    judged("good", 3, 10n, [15], [15]),
  ];
  expect(told(all)).toEqual([
    "1 good 75.00 accepted",
    "2 weak 45.00 rejected",
    "null eliminated 74.00 rejected",
  ]);
});

test("the envelope is given from the top, and nobody is passed over for one further down that would fit", () => {
  const all = [
    judged("first", 1, 200n, [18], [18]),
    judged("second", 2, 100n, [16], [16]),
    judged("third", 3, 40n, [14], [14]),
  ];
  expect(told(all)).toEqual(["1 first 90.00 accepted", "2 second 80.00 reserve", "3 third 70.00 reserve"]);
});

test("equals are told apart by the heaviest criterion, then by what they ask, then by who came first", () => {
  const even: Rules = {
    ...rules,
    criteria: rules.criteria.map((one) => ({ ...one, weight: 50 })),
  };
  expect(told([judged("b", 1, 1n, [10], [14]), judged("a", 2, 1n, [14], [10])], even)[0]).toMatch(/^1 a/);
  expect(told([judged("b", 1, 2n, [12], [12]), judged("a", 2, 1n, [12], [12])])[0]).toMatch(/^1 a/);
  expect(told([judged("b", 2, 1n, [12], [12]), judged("a", 1, 1n, [12], [12])])[0]).toMatch(/^1 a/);
});

const some = fc.array(
  fc.record({
    asked: fc.bigInt({ min: 1n, max: 300n }),
    marks: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), {
      ...{ minLength: 1, maxLength: 4 },
    }),
  }),
  { minLength: 1, maxLength: 8 },
);
test("property: the order in which they are given changes nothing, and what is accepted fits the envelope", () => {
  fc.assert(
    fc.property(some, (given) => {
      const all = given.map(({ asked, marks }, at) =>
        judged(
          `p${at}`,
          at + 1,
          asked,
          marks.map(([one]) => one),
          marks.map(([, two]) => two),
        ),
      );
      const ranked = rank(all, rules);
      expect(rank([...all].reverse(), rules)).toEqual(ranked);
      const asked = new Map(all.map((one) => [one.application, one.asked]));
      const accepted = ranked.filter(({ proposed }) => proposed === "accepted");
      expect(accepted.reduce((sum, one) => sum + (asked.get(one.application) ?? 0n), 0n) <= 250n).toBe(true);
      const places = ranked.flatMap((one) => one.rank ?? []);
      expect(places).toEqual(places.map((_, at) => at + 1));
    }),
    { numRuns: 50 },
  );
});
