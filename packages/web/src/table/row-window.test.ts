import fc from "fast-check";
import { expect, test } from "vitest";
import { allDrawn, windowOf } from "./row-window.ts";

test("a short table is drawn whole", () => {
  expect(windowOf(allDrawn, -5000, 900, 40)).toEqual({ from: 0, to: allDrawn });
});

test("of a long one, every row that is seen is drawn, and few others", () => {
  const long = fc.integer({ min: allDrawn + 1, max: 50_000 });
  fc.assert(
    fc.property(long, fc.nat(), fc.integer({ min: 20, max: 300 }), (count, scrolled, row) => {
      const height = 900;
      const top = 300 - (scrolled % (count * row));
      const { from, to } = windowOf(count, top, height, row);
      const firstSeen = Math.max(0, Math.floor(-top / row));
      const lastSeen = Math.min(count - 1, Math.ceil((height - top) / row) - 1);
      expect(from).toBeLessThanOrEqual(firstSeen);
      expect(to).toBeGreaterThan(lastSeen);
      expect(to).toBeLessThanOrEqual(count);
      expect(to - from).toBeLessThan(Math.ceil(height / row) + 60);
    }),
  );
});
