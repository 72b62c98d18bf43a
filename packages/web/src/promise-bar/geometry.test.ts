import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { geometryOf, type Promised } from "./geometry.ts";

const nothing: Promised = {
  announced: [],
  signed: null,
  declared: null,
  realised: 0,
  proven: 0,
  elapsed: null,
};
const of = (promised: Partial<Promised>) => geometryOf({ ...nothing, ...promised });

describe("a promise bar", () => {
  test("with only an announcement is a dotted line, no frame and no evidence", () => {
    expect(of({ announced: [20815] })).toMatchObject({
      announced: [0.94],
      frame: null,
      empty: true,
      time: null,
    });
  });

  test("fills proven, then realised, then what is declared without names, inside the signed frame", () => {
    expect(
      of({ signed: { original: 4000, current: 4000 }, declared: 3000, realised: 2000, proven: 1200 }),
    ).toMatchObject({
      frame: { to: 0.94, open: false },
      notch: null,
      proven: { from: 0, to: 0.282 },
      realised: { from: 0.282, to: 0.47 },
      declared: { from: 0.47, to: 0.705 },
      empty: false,
    });
  });

  test("shows where the original target was, when it was lowered", () => {
    expect(of({ signed: { original: 4000, current: 3000 } })).toMatchObject({
      notch: 0.94,
      frame: { to: 0.705, open: false },
    });
  });

  test("draws two sources that disagree as two lines, and two that agree as one", () => {
    expect(of({ announced: [4300, 1750, 4300] }).announced).toEqual([0.3826, 0.94]);
  });

  test("has no end when the promise has no number", () => {
    expect(of({ signed: { original: null, current: null } }).frame).toEqual({ to: 1, open: true });
    expect(of({ announced: [null] })).toMatchObject({ announcedOpen: true, announced: [], frame: null });
  });

  test("reaches beyond its frame when the result is above the target", () => {
    const bar = of({ signed: { original: 100, current: 100 }, realised: 125, proven: 100 });
    expect(bar.realised?.to).toBeGreaterThan(bar.frame?.to ?? 1);
  });

  test("measures elapsed time on the length of its frame, and shows none without a deadline", () => {
    const signed = { original: 200, current: 100 };
    expect(of({ signed, elapsed: 0.5 }).time).toEqual({ elapsed: 0.235, end: 0.47 });
    expect(of({ signed }).time).toBeNull();
  });

  test("hides a declaration that is below what is realised: it adds nothing", () => {
    expect(of({ declared: 10, realised: 20 }).declared).toBeNull();
  });

  test("keeps its parts in order and inside its width, whatever the numbers", () => {
    const count = fc.nat({ max: 1_000_000 });
    const promised = fc.record({
      announced: fc.array(fc.option(count), { maxLength: 4 }),
      signed: fc.option(fc.record({ original: fc.option(count), current: fc.option(count) })),
      declared: fc.option(count),
      realised: count,
      proven: count,
      elapsed: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    });
    fc.assert(
      fc.property(promised, (given) => {
        const bar = geometryOf(given);
        const edges = [bar.proven, bar.realised, bar.declared].flatMap((part) =>
          part ? [part.from, part.to] : [],
        );
        expect(edges).toEqual([...edges].sort((a, b) => a - b));
        for (const edge of [
          ...edges,
          ...bar.announced,
          bar.frame?.to ?? 0,
          bar.notch ?? 0,
          bar.time?.elapsed ?? 0,
        ]) {
          expect(edge).toBeGreaterThanOrEqual(0);
          expect(edge).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
