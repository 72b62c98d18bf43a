import { expect, test } from "vitest";
import { fillMonths } from "./fill-months.ts";

test("months without a count stand between those with one, over the turn of a year", () => {
  const filled = fillMonths([
    { code: "2026-02", realised: 4, proven: 1 },
    { code: "2025-11", realised: 2, proven: 2 },
  ]);
  expect(filled.map(({ code, realised }) => [code, realised])).toEqual([
    ["2025-11", 2],
    ["2025-12", 0],
    ["2026-01", 0],
    ["2026-02", 4],
  ]);
  expect(fillMonths([])).toEqual([]);
});
