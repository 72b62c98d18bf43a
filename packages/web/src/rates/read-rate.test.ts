import { expect, test } from "vitest";
import { readRate } from "./read-rate.ts";

test("a rate is read with a comma or a point, to ten digits, and nothing else is one", () => {
  expect(["3,4127", "10.85", " 162 ", "0.0000000001"].map(readRate)).toEqual([
    ...["3.4127", "10.85", "162", "0.0000000001"],
  ]);
  expect(["", "0", "0,00", "-1", "1,234,5", "1.12345678901", "3,4 MAD"].map(readRate)).toEqual(
    Array(7).fill(null),
  );
});
