import { expect, test } from "vitest";
import { readAmount } from "./amount.ts";

test("an amount is read as each language writes it, and nothing else is one", () => {
  expect(readAmount("374 800 000,00")).toBe("374800000.00");
  expect(readAmount("1,500.50")).toBe("1500.50");
  expect(readAmount("1.500,5")).toBe("1500.50");
  expect(readAmount("32000000")).toBe("32000000");
  expect(readAmount("1.500")).toBe("1500");
  expect(["", "12,345,6789", "MDH", "-3", "1.2.3"].map(readAmount)).toEqual(Array(5).fill(null));
});
