import { expect, test } from "vitest";
import { verificationOf } from "./model.ts";

const day = "2026-03-01";

test.each([
  ["ministry", null, null, "not_needed"],
  ["company", null, null, "missing"],
  ["company", "refused", "2026-02-01", "refused"],
  ["company", "accepted", "2025-03-01", "verified"],
  ["company", "accepted", "2025-02-28", "expired"],
] as const)("a %s that was %s on %s is %s", (kind, outcome, checkedOn, state) => {
  expect(verificationOf({ kind, outcome, checkedOn }, day)).toBe(state);
});
