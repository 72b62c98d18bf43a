import { expect, it } from "vitest";
import { names } from "./names.ts";
import { found } from "./sample-house.ts";

const named = (file: string) => found(names, { [file]: "" });

it.each([
  "utils.ts",
  "helpers.test.ts",
  "common.css",
  "manager.sql",
  "service.md",
  "date-utils.ts",
  "user-service.ts",
])("refuses %s, which says nothing", async (name) => {
  expect(await named(`packages/core/src/kernel/${name}`)).toEqual([
    `packages/core/src/kernel/${name}:1 names/vague`,
  ]);
});

it("refuses a folder that says nothing", async () => {
  expect(await named("packages/web/src/common/page.ts")).toEqual(["packages/web/src/common:1 names/vague"]);
});

it.each(["recordResult.ts", "Record.tsx", "record_result.ts", "record_result.sql"])(
  "refuses %s, which is not kebab-case",
  async (name) => {
    expect(await named(`packages/server/src/${name}`)).toEqual([
      `packages/server/src/${name}:1 names/kebab-case`,
    ]);
  },
);

it.each([
  "packages/core/src/kernel/service-points.ts",
  "packages/core/src/kernel/record-result.access.test.ts",
  "packages/core/src/kernel/migrations/0002_service_points.sql",
  "packages/reference/data/ILO_common.csv",
  "docs/DESIGN.md",
])("accepts %s", async (file) => {
  expect(await named(file)).toEqual([]);
});
