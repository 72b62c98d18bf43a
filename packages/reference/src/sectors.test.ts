import { expect, test } from "vitest";
import { sectors } from "./sectors.ts";

test("ISIC Rev. 4 has 21, 88, 238 and 419 sectors, each once, under its parent, named in three languages", () => {
  const known = new Set(sectors().map((sector) => sector.code));
  expect(known.size).toBe(766);
  expect([1, 2, 3, 4].map((level) => sectors().filter((sector) => sector.level === level).length)).toEqual([
    21, 88, 238, 419,
  ]);
  for (const sector of sectors()) {
    expect(sector.level === 1 ? sector.parent === null : known.has(sector.parent ?? "")).toBe(true);
    expect(Object.values(sector.label).every((label) => label.length > 0)).toBe(true);
  }
});
