import { expect, test } from "vitest";
import type { AgreementLine } from "../api/read.ts";
import { latenessOf } from "./is-late.ts";

test("an action is late from the day after its own; promises are counted", () => {
  const commitments = [
    { state: "late" },
    { state: "on_time" },
    { state: "late" },
  ] as AgreementLine["commitments"];
  expect(latenessOf({ nextActionOn: "2026-03-01" }, { commitments }, "2026-03-01")).toEqual({
    action: false,
    promises: 2,
  });
  expect(latenessOf({ nextActionOn: "2026-03-01" }, undefined, "2026-03-02").action).toBe(true);
  expect(latenessOf({ nextActionOn: null }, undefined, "2026-03-02")).toEqual({ action: false, promises: 0 });
});
