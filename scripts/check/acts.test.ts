import { describe, expect, it } from "vitest";
import { acts } from "./acts.ts";
import { json } from "./sample-files.ts";
import { found, said } from "./sample-house.ts";

const folder = "packages/core/src/agreements";
const amend = (fields: string, declaration = "export const amend =") => ({
  [`${folder}/amend.ts`]: `import { defineAct } from "../kernel/index.ts";\n${declaration} defineAct({ ${fields} });\n`,
});
const route = (fields: string, file = `${folder}/routes.ts`) => ({
  [file]: `import { defineRoutes } from "../kernel/index.ts";\nimport { sign } from "./sign.ts";\nexport const routes = defineRoutes([\n  ${fields},\n]);\n`,
});
const signature = '{ method: "POST", path: "/agreements/:reference/signature", act: sign }';

describe("acts", () => {
  it.each([
    [
      "no permission",
      'name: "agreements.amend", input: {}',
      "declares no permission; say which right it asks for",
    ],
    [
      "an empty permission",
      'name: "agreements.amend", permission: "", input: {}',
      "declares no permission; say which right it asks for",
    ],
    [
      "no input",
      'name: "agreements.amend", permission: "a"',
      "declares no input schema; say with zod what it accepts",
    ],
    [
      "an open input",
      'name: "agreements.amend", permission: "a", input: z.unknown()',
      "declares no input schema; say with zod what it accepts",
    ],
    [
      "a foreign name",
      'name: "sources.amend", permission: "a", input: {}',
      '"sources.amend" does not begin with its folder; accepted: "agreements.…"',
    ],
    [
      "a computed name",
      'name: "agreements" + 1, permission: "a", input: {}',
      'its name is no literal; accepted: name: "folder.verb"',
    ],
  ])("refuses one with %s", async (_, fields, sentence) => {
    expect(await said(acts, amend(fields))).toEqual([sentence]);
  });

  it("refuses one that is not exported, and a name that stands twice", async () => {
    const fields = 'name: "agreements.sign", permission: "a", input: {}';
    expect(await found(acts, amend(fields, "const amend ="))).toEqual([
      `${folder}/amend.ts:2 acts/act`,
      `${folder}/sign.ts:4 acts/duplicate`,
    ]);
  });
});

describe("routes", () => {
  it("refuses one that is no plain data", async () => {
    expect(await found(acts, route("...sign"))).toEqual([`${folder}/routes.ts:4 routes/plain`]);
  });

  it("refuses one that leads to no act of its folder", async () => {
    const gone = '{ method: "POST", path: "/agreements", act: gone }';
    expect(await found(acts, route(gone))).toEqual([
      `${folder}/routes.ts:4 routes/access-test`,
      `${folder}/routes.ts:4 routes/act`,
    ]);
  });

  it.each(["agreements", "/api/v1/agreements", "/agreements/{id}", "/agreements/"])(
    "refuses the path %s",
    async (path) => {
      expect(await found(acts, route(`{ method: "POST", path: "${path}", act: sign }`))).toEqual([
        `${folder}/routes.ts:4 routes/path`,
      ]);
    },
  );

  it("refuses the same method and path twice, whatever the parameter is called", async () => {
    const other = signature.replace(":reference", ":id");
    expect(await found(acts, route(`${signature},\n  ${other}`))).toEqual([
      `${folder}/routes.ts:5 routes/duplicate`,
    ]);
  });

  it("refuses those that the folder's index.ts does not show to the server", async () => {
    const door = { [`${folder}/index.ts`]: 'export * from "./sign.ts";\n' };
    expect(await found(acts, door)).toEqual([`${folder}/routes.ts:1 routes/door`]);
    const renamed = {
      [`${folder}/routes.ts`]:
        route(signature)[`${folder}/routes.ts`]?.replace("const routes", "const ways") ?? "",
    };
    expect(await found(acts, renamed)).toEqual([`${folder}/routes.ts:1 routes/door`]);
  });

  it("wants an access test", async () => {
    expect(await found(acts, { [`${folder}/sign.access.test.ts`]: "export {};\n" })).toEqual([
      `${folder}/routes.ts:4 routes/access-test`,
    ]);
    expect(
      await found(acts, { [`${folder}/sign.access.test.ts`]: 'export const name = "agreements.sign";\n' }),
    ).toEqual([]);
  });

  it("wants each one in the API's description", async () => {
    const described = { "/api/v1/agreements/{reference}/signature": { post: {} } };
    const file = "packages/web/src/api/openapi.json";
    expect(await found(acts, { [file]: json({ paths: described }) })).toEqual([]);
    expect(await found(acts, { [file]: json({ paths: {} }) })).toEqual([
      `${folder}/routes.ts:4 routes/openapi`,
    ]);
  });
});
