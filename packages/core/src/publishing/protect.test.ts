// What an edition does not tell, against every table of whole numbers that fits what it tells.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellSystem } from "./cells.ts";
import type { CountLine, KeptCounts, NodeCounts } from "./counts.ts";
import { cellsBeside, cellsOfEdition, type StateBound } from "./edition-cells.ts";
import { narrowCells } from "./narrow-cells.ts";
import { type Hiding, protect } from "./protect.ts";
import { protectEdition } from "./protect-edition.ts";
import { everyTable } from "./tests/every-table.ts";

type Line = readonly [dimension: CountLine["dimension"], code: string, realised: number, proven: number];

const node = (name: string, realised: number, proven: number, ...lines: Line[]): NodeCounts => ({
  ...{ node: name, indicator: "jobs", persons: true, realised, proven },
  lines: lines.map(([dimension, code, counted, of]) => ({ dimension, code, realised: counted, proven: of })),
});

const days = { asOf: "2026-03-31", knownOn: "2026-03-31" };
const edition = (...nodes: NodeCounts[]) => ({ nodes, whole: "all", ...days });

async function hiddenOf(nodes: NodeCounts[], threshold = 5, states: StateBound[] = []) {
  const hiding = await protectEdition(edition(...nodes), states, [], threshold);
  return [...hiding.keys()].sort();
}

describe("a count of few", () => {
  test("is hidden, with the cheapest line beside it that would give it away", async () => {
    const women = node("A/1", 30, 0, ["sex", "F", 2, 0], ["sex", "M", 28, 0]);
    expect(await hiddenOf([women])).toEqual(["T A/1 jobs sex F", "T A/1 jobs sex M"]);
  });

  test("is not found from the whole either: another promise's line goes, and what would give that away", async () => {
    const hidden = await hiddenOf([
      node("A/1", 30, 0, ["sex", "F", 2, 0], ["sex", "M", 28, 0]),
      node("A/2", 40, 0, ["sex", "F", 20, 0], ["sex", "M", 20, 0]),
      node("all", 70, 0, ["sex", "F", 22, 0], ["sex", "M", 48, 0]),
    ]);
    expect(hidden).toEqual(["A/1", "A/2"].flatMap((of) => [`T ${of} jobs sex F`, `T ${of} jobs sex M`]));
  });

  test("that is the promise's own takes a second promise with it where the whole is told", async () => {
    const hidden = await hiddenOf([
      node("A/1", 3, 0),
      node("A/2", 12, 0),
      node("A/3", 90, 0),
      node("all", 105, 0),
    ]);
    expect(hidden).toEqual(["T A/1 jobs", "T A/2 jobs"]);
  });

  test("may lie between what is proven and what is realised: then the proven are not told", async () => {
    expect(await hiddenOf([node("A/1", 200, 198)])).toEqual(["P A/1 jobs"]);
    expect(await hiddenOf([node("A/1", 200, 3)])).toEqual(["P A/1 jobs"]);
    expect(await hiddenOf([node("A/1", 200, 200)])).toEqual([]);
    expect(await hiddenOf([node("A/1", 200, 0)])).toEqual([]);
  });

  test("may be told by a state: «reached» of three signed and at most four counted", async () => {
    const states = [{ node: "A/1", indicator: "jobs", low: 3, high: null }];
    expect(await hiddenOf([node("A/1", 4, 3), node("all", 4, 3)], 5, states)).not.toContain("state A/1");
    const late = [{ node: "A/1", indicator: "jobs", low: null, high: 3 }];
    expect(await hiddenOf([node("A/1", 40, 3)], 5, late)).toEqual(["P A/1 jobs", "state A/1"]);
  });

  test("of things is told: an order is nobody", async () => {
    expect(await hiddenOf([{ ...node("A/1", 3, 1), persons: false }])).toEqual([]);
  });
});

describe("beside an edition that has left", () => {
  const kept = (nodes: NodeCounts[], hidden: Hiding = new Map()): KeptCounts => ({
    ...{ nodes, hidden, threshold: 5, whole: "all", asOf: "2025-12-31", knownOn: "2025-12-31" },
  });

  test("a count that grew by few is not told again", async () => {
    const then = kept([node("A/1", 20, 0), node("A/2", 30, 0)]);
    const now = edition(node("A/1", 22, 0), node("A/2", 36, 0));
    expect([...(await protectEdition(now, [], [then], 5)).keys()]).toEqual(["T A/1 jobs"]);
  });

  test("what it hid is not given away by what is told now", async () => {
    const then = kept(
      [node("A/1", 3, 0), node("A/2", 12, 0), node("all", 15, 0)],
      new Map([
        ["T A/1 jobs", "few"],
        ["T A/2 jobs", "beside"],
      ]),
    );
    const now = edition(node("A/1", 13, 0), node("A/2", 12, 0), node("all", 25, 0));
    const hiding = await protectEdition(now, [], [then], 5);
    // were A/2 told, whoever guesses that it stood still would find the three
    const wide = await narrowCells(
      cellsBeside(cellsOfEdition(now, [], 5), now, then, 5),
      new Set(hiding.keys()),
      5,
    );
    expect(wide).toEqual([]);
  });
});

/** Small random editions: up to three promises, a dimension of two lines, and all of them together. */
const small = fc
  .array(
    fc.record({
      women: fc.record({ proven: fc.nat(4), rest: fc.nat(4) }),
      men: fc.record({ proven: fc.nat(4), rest: fc.nat(4) }),
    }),
    { minLength: 1, maxLength: 2 },
  )
  .map((promises) => {
    const parts = promises.map(({ women, men }) => [women, men] as const);
    const sum = (list: readonly { proven: number; rest: number }[]) => ({
      proven: list.reduce((total, one) => total + one.proven, 0),
      realised: list.reduce((total, one) => total + one.proven + one.rest, 0),
    });
    const lines = (groups: readonly (readonly { proven: number; rest: number }[])[]) =>
      groups.flatMap((group, at): Line[] => {
        const { realised, proven } = sum(group);
        return realised === 0 ? [] : [["sex", at === 0 ? "F" : "M", realised, proven]];
      });
    const nodes = parts.map(([women, men], at) => {
      const { realised, proven } = sum([women, men]);
      return node(`A/${at + 1}`, realised, proven, ...lines([[women], [men]]));
    });
    const all = sum(parts.flat());
    const women = parts.map(([one]) => one);
    const men = parts.map(([, other]) => other);
    return [...nodes, node("all", all.realised, all.proven, ...lines([women, men]))];
  });

/** Of every guarded count the values that fit what is told must be `width` apart at least. */
function expectWide(system: CellSystem, hiding: Hiding, width: number): void {
  const ranges = everyTable(system, new Set(hiding.keys()), width + 2);
  for (const { key, guarded, value } of system.cells.values()) {
    if (!guarded) continue;
    const [low, high] = ranges.get(key) ?? [value, value];
    expect(high - low, `${key} between ${low} and ${high}`).toBeGreaterThanOrEqual(width);
  }
}

test("in any small edition every count of few could be any of several, whatever sums are tried", async () => {
  await fc.assert(
    fc.asyncProperty(small, async (nodes) => {
      const system = cellsOfEdition(edition(...nodes), [], 3);
      expectWide(system, await protect(system, 3), 3);
    }),
    { numRuns: 60, seed: 7 },
  );
});

/** A promise, and the same one later with some more counted and some verified. */
const grown = fc
  .tuple(
    ...[0, 1].map(() =>
      fc.record({ proven: fc.nat(3), rest: fc.nat(3), verified: fc.nat(2), more: fc.nat(4) }),
    ),
  )
  .map((sexes) => {
    const at = (of: (one: (typeof sexes)[number]) => { proven: number; rest: number }) => {
      const parts = sexes.map(of);
      const lines = parts.flatMap(({ proven, rest }, index): Line[] =>
        proven + rest === 0 ? [] : [["sex", index === 0 ? "F" : "M", proven + rest, proven]],
      );
      const proven = parts.reduce((sum, one) => sum + one.proven, 0);
      return node(
        "A/1",
        parts.reduce((sum, one) => sum + one.proven + one.rest, 0),
        proven,
        ...lines,
      );
    };
    const then = at(({ proven, rest }) => ({ proven, rest }));
    const now = at(({ proven, rest, verified, more }) => {
      const seen = Math.min(rest, verified);
      return { proven: proven + seen, rest: rest - seen + more };
    });
    return { then, now };
  });

test("nor as a difference from the edition before, in which it hid what it had to", async () => {
  await fc.assert(
    fc.asyncProperty(grown, async ({ then, now }) => {
      const first = { nodes: [then], whole: "all", threshold: 3, asOf: "2025-12-31", knownOn: "2025-12-31" };
      const earlier: KeptCounts = { ...first, hidden: await protectEdition(first, [], [], 3) };
      const hiding = await protectEdition(edition(now), [], [earlier], 3);
      expectWide(cellsBeside(cellsOfEdition(edition(now), [], 3), edition(now), earlier, 3), hiding, 3);
    }),
    { numRuns: 40, seed: 11 },
  );
});

test("a full and an empty table hide nothing", async () => {
  expect(await hiddenOf([])).toEqual([]);
  expect(await hiddenOf([node("A/1", 0, 0), node("all", 0, 0)])).toEqual([]);
});
