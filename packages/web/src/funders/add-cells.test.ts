import { expect, test } from "vitest";
import { byPlace, mostCounted } from "./add-cells.ts";

const place = (code: string) => ({ code, fr: code, ar: code });
const cell = (code: string | null, month: string, realised: number, proven: number) => ({
  ...{ indicator: "placements", place: code === null ? null : place(code), month, realised, proven },
});

test("the months of a place add up to it, and what has no place is a line of its own", () => {
  const cells = [cell("90.1", "2025-01", 3, 1), cell("90.1", "2025-02", 4, 4), cell(null, "2025-01", 1, 0)];
  const other = { ...cell("90.1", "2025-01", 9, 9), indicator: "trained" };
  expect(byPlace([...cells, other], "placements")).toMatchObject([
    { place: { code: "90.1" }, realised: 7, proven: 5, months: [{ month: "2025-01" }, { month: "2025-02" }] },
    { place: null, realised: 1, proven: 0 },
  ]);
});

test("the indicator that counts most is shown first", () => {
  expect(
    mostCounted([
      { indicator: "a", realised: 2 },
      { indicator: "b", realised: 5 },
    ]),
  ).toBe("b");
  expect(mostCounted([])).toBe(undefined);
});
