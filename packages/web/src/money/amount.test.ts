import { expect, test } from "vitest";
import { readAmount } from "./amount.ts";

test("an amount is read as each language writes it, and nothing else is one", () => {
  expect(readAmount("374 800 000,00")).toBe("374800000.00");
  expect(readAmount("1,500.50")).toBe("1500.50");
  expect(readAmount("1.500,5")).toBe("1500.50");
  expect(readAmount("32000000")).toBe("32000000");
  expect(readAmount("1.500")).toBe("1500");
  expect(["", "12,345,6789", "MDH", "-3", "1.2.3"].map((text) => readAmount(text))).toEqual(
    Array(5).fill(null),
  );
});

test("a currency has its own decimals: three of the dinar, none of the franc", () => {
  expect(readAmount("12,345", "TND")).toBe("12.345");
  expect(readAmount("1 500,5", "TND")).toBe("1500.500");
  expect(readAmount("1.500.250", "TND")).toBe("1500.250");
  expect(readAmount("12,3456", "TND")).toBe(null);
  expect(readAmount("12,345", "MAD")).toBe("12345");
  expect(readAmount("1.500", "XOF")).toBe("1500");
  expect(readAmount("15,5", "XOF")).toBe(null);
});
