import { expect, it } from "vitest";
import { permissions } from "./permissions.ts";
import { found, said } from "./sample-house.ts";

const folder = "packages/core/src/agreements";
const table = (lines: string) => ({
  [`${folder}/permissions.ts`]: `export const permissions = {\n${lines}\n} as const;\n`,
});
const kept = '  "agreements.sign": ["R4"],';

it("is content when each permission is held, asked for, and seen by the server", async () => {
  expect(await found(permissions)).toEqual([]);
});

it("refuses an act whose permission no table holds", async () => {
  expect(await said(permissions, table('  "agreements.read": ["R4"],'))).toEqual([
    '"agreements.sign" is in no permissions.ts; add it there with the roles that hold it',
    'nothing asks for "agreements.read"; take it out',
  ]);
});

it("refuses a permission that stands twice, and one that nobody holds", async () => {
  expect(await found(permissions, table(`${kept}\n${kept}`))).toEqual([
    `${folder}/permissions.ts:3 permissions/duplicate`,
  ]);
  expect(await found(permissions, table('  "agreements.sign": [],'))).toEqual([
    `${folder}/permissions.ts:2 permissions/nobody`,
  ]);
});

it("refuses a table that the folder's index.ts does not show to the server", async () => {
  const door = { [`${folder}/index.ts`]: 'export * from "./sign.ts";\n' };
  expect(await found(permissions, door)).toEqual([`${folder}/permissions.ts:1 permissions/door`]);
});
