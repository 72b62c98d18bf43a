import { expect, it } from "vitest";
import { found } from "./sample-house.ts";
import { types } from "./types.ts";

it("names the place and the code of a type error", async () => {
  const changes = { "packages/core/src/kernel/clock.ts": 'export const hour: number = "noon";\n' };
  expect(await found(types, changes)).toEqual(["packages/core/src/kernel/clock.ts:1 types/TS2322"]);
});

it("reports a file that no project includes", async () => {
  expect(await found(types, { "tools/sweep.ts": "export const broom = 1;\n" })).toEqual([
    "tools/sweep.ts:1 types/unread",
  ]);
});

it("checks the web application by its own project", async () => {
  const project = '{ "extends": "../../tsconfig.json", "include": ["src"] }';
  const changes = {
    "tsconfig.json":
      '{ "compilerOptions": { "noEmit": true, "allowImportingTsExtensions": true, "types": [], "strict": true, "module": "NodeNext" }, "include": ["packages/core/src", "packages/server/src"] }',
    "packages/web/tsconfig.json": project,
    "packages/web/src/page.ts": 'export const width: number = "wide";\n',
  };
  expect(await found(types, changes)).toEqual(["packages/web/src/page.ts:1 types/TS2322"]);
});

it("reports a project that cannot be read", async () => {
  expect((await found(types, { "tsconfig.json": '{ "include": ["nowhere"] }' })).at(-1)).toBe(
    "tsconfig.json:1 types/TS18003",
  );
});
