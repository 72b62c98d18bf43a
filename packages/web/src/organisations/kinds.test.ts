import { expect, test } from "vitest";
import { isIce } from "./kinds.ts";

test("an ICE has fifteen digits, in groups or not; none is none", () => {
  expect(["", "001234567000089", "001 234 567 0000 89", "001.234.567.0000.89"].map(isIce)).toEqual(
    Array(4).fill(true),
  );
  expect(["12345", "00123456700008A", "0012345670000891"].map(isIce)).toEqual([false, false, false]);
});
