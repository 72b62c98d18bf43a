import { expect, test } from "vitest";
import { lessThan } from "./less-than.ts";

test("what is open between two steps is reckoned in minor units", () => {
  expect(lessThan("400.00", "600.00")).toBe("200.00");
  expect(lessThan("1.500", "1.050")).toBe("-0.450");
  expect(lessThan("374800000.10", "406800000.20")).toBe("32000000.10");
  expect([lessThan("5", "5"), lessThan(null, "5"), lessThan("5.00", null)]).toEqual([null, null, null]);
});
