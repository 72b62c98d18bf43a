import fc from "fast-check";
import { expect, test } from "vitest";
import { decimalsOf } from "../kernel/index.ts";
import { convert, rateText } from "./model.ts";

test("1,234.567 TND at 3.4127 is 4,213.21 MAD", () => {
  expect(convert(1_234_567n, "3.4127", { from: "TND", to: "MAD" })).toBe(421_321n);
});

test("half a minor unit goes up, less goes down, and yen have none", () => {
  const to = { from: "EUR", to: "MAD" };
  expect([convert(1n, "10.5", to), convert(1n, "10.4999999999", to), convert(3n, "0.5", to)]).toEqual([
    11n,
    10n,
    2n,
  ]);
  expect(convert(1_00n, "162.5", { from: "EUR", to: "JPY" })).toBe(163n);
  expect(convert(1n, "0.061", { from: "JPY", to: "MAD" })).toBe(6n);
});

test("whatever the amount, the rate and the currencies: never further from the exact value than half a minor unit", () => {
  const code = fc.constantFrom("MAD", "TND", "JPY", "EUR");
  const digits = fc.tuple(fc.bigInt(1n, 10n ** 8n), fc.integer({ min: 0, max: 10 }));
  fc.assert(
    fc.property(fc.bigInt(0n, 10n ** 16n), digits, code, code, (minor, [value, scale], from, to) => {
      const text = value.toString().padStart(scale + 1, "0");
      const rate = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
      const exact = minor * value * 10n ** BigInt(decimalsOf(to));
      const unit = 10n ** BigInt(scale + decimalsOf(from));
      const distance = 2n * (convert(minor, rate, { from, to }) * unit - exact);
      expect(distance <= unit && distance > -unit).toBe(true);
    }),
  );
});

test.each(["0", "0.0000", "-1", "1,5", "1.12345678901", "1e3", ".5", "1.", "1234567890"])(
  "%s is no rate",
  (text) => {
    expect(rateText.safeParse(text).success).toBe(false);
  },
);
