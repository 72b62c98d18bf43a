import { expect, test } from "vitest";
import { unnamedRest } from "./unnamed-rest.ts";

const share = (promised: string | null, name?: string) => ({
  role: "contribution" as const,
  contributor: name ? { reference: name, name } : null,
  promised,
});

test.each([
  ["the whole rest, when no line is without a payer", "246.80", [share("160.00", "REGION")], "246.80"],
  ["less what has a line of its own", "246.80", [share("160.00", "REGION"), share("46.80")], "200.00"],
  [
    "nothing, when the lines without a payer are the rest",
    "46.80",
    [share("360.00", "REGION"), share("46.80")],
    null,
  ],
  ["nothing less for an amount that is not told", "10.00", [share(null)], "10.00"],
  ["nothing, when the lines give more than the total", "-5.00", [share("5.00")], null],
])("%s", (_, withoutPayer, contributions, rest) => {
  expect(unnamedRest({ total: "406.80", withoutPayer, contributions })).toBe(rest);
});

test("a stated total is no share, and without one there is no rest", () => {
  const total = { role: "total" as const, contributor: null, promised: "406.80" };
  expect(unnamedRest({ total: "406.80", withoutPayer: "406.80", contributions: [total] })).toBe("406.80");
  expect(unnamedRest({ total: null, withoutPayer: "5.00", contributions: [share("5.00")] })).toBeNull();
});
