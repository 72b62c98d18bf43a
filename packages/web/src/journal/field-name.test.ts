import { expect, test } from "vitest";
import { lastOf } from "./field-name.ts";

test("a field goes by the last part of its path, and an id by what it names", () => {
  expect(
    ["target.effectiveFrom", "changes.0.territoryId", "passageIds", "first_id", "nameAr"].map(lastOf),
  ).toEqual(["effective_from", "territory", "passages", "first", "name_ar"]);
});
