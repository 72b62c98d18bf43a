import { describe, expect, it } from "vitest";
import { imports, unread } from "./imports.ts";
import { type Changes, found, said } from "./sample-house.ts";

const sources = "packages/core/src/sources";
const kernel = "packages/core/src/kernel";

/** Folders of core with an index.ts that says one thing, and what the changes add. */
const folders = (...names: string[]): Changes =>
  Object.fromEntries(
    names.map((name) => [`packages/core/src/${name}/index.ts`, `export const ${name} = 1;\n`]),
  );

/** Another package with its description and one source. */
const withPackage = (name: string, text: string, file = "index.ts"): Changes => ({
  [`packages/${name}/package.json`]: `{ "name": "@iltizam/${name}", "exports": "./src/index.ts" }`,
  [`packages/${name}/src/${file}`]: text,
});

describe("floors of core", () => {
  it("refuses an import from a higher floor, type imports included", async () => {
    const changes = {
      [`${kernel}/up.ts`]:
        '\nimport type { sign } from "../agreements/index.ts";\nexport type Up = typeof sign;\n',
    };
    expect(await found(imports, changes)).toEqual([`${kernel}/up.ts:2 imports/floor`]);
    expect(await said(imports, changes)).toEqual([
      "kernel imports agreements, which is not below it; below kernel: nothing",
    ]);
  });

  it("refuses an import from the same floor", async () => {
    const changes = {
      ...folders("sources", "territory"),
      [`${sources}/place.ts`]: 'export { territory } from "../territory/index.ts";\n',
    };
    expect(await found(imports, changes)).toEqual([`${sources}/place.ts:1 imports/floor`]);
  });

  it("refuses an import that goes around index.ts, or through the package's own name", async () => {
    const changes = {
      ...folders("sources"),
      [`${sources}/deep.ts`]: 'export { sql } from "../kernel/act.ts";\n',
      [`${sources}/round.ts`]: 'export { sql } from "@iltizam/core/kernel";\n',
    };
    expect(await found(imports, changes)).toEqual([
      `${sources}/deep.ts:1 imports/door`,
      `${sources}/round.ts:1 imports/door`,
    ]);
  });

  it("refuses a folder that floors.json does not name", async () => {
    expect(await found(imports, folders("matching"))).toEqual(["packages/core/src/matching:1 imports/floor"]);
  });
});

describe("packages", () => {
  it("refuses a package that imports one it must not know", async () => {
    const changes = withPackage("intake", 'export { routes } from "@iltizam/core/agreements";\n');
    expect(await found(imports, changes)).toEqual(["packages/intake/src/index.ts:1 imports/layer"]);
    expect(await said(imports, changes)).toEqual(["intake imports core; intake may import reference"]);
  });

  it("refuses a path into another package", async () => {
    const changes = {
      "packages/server/src/near.ts": 'export { sql } from "../../core/src/kernel/index.ts";\n',
    };
    expect(await found(imports, changes)).toEqual(["packages/server/src/near.ts:1 imports/package-path"]);
  });

  it("lets tests import the testkit, and nothing else", async () => {
    const use = 'export { kit } from "@iltizam/testkit";\n';
    const changes = {
      ...withPackage("testkit", "export const kit = 1;\n"),
      [`${kernel}/journal.test.ts`]: use,
      [`${kernel}/builder.ts`]: use,
    };
    expect(await found(imports, changes)).toEqual([`${kernel}/builder.ts:1 imports/layer`]);
  });

  it("takes a folder tests for tests, and keeps it out of what runs", async () => {
    const changes = {
      ...withPackage("testkit", "export const kit = 1;\n"),
      [`${kernel}/tests/start.ts`]: 'export { kit } from "@iltizam/testkit";\n',
      [`${kernel}/start.ts`]: 'export { kit } from "./tests/start.ts";\n',
    };
    expect(await found(imports, changes)).toEqual([`${kernel}/start.ts:1 imports/test`]);
  });

  it("lets the web application import types only", async () => {
    const changes = {
      ...withPackage(
        "web",
        'import type { routes } from "@iltizam/core/agreements";\nexport type Routes = typeof routes;\n',
      ),
      "packages/web/src/live.ts": 'export { routes } from "@iltizam/core/agreements";\n',
    };
    expect(await found(imports, changes)).toEqual(["packages/web/src/live.ts:1 imports/layer"]);
  });

  it("lets benchmarks import anything", async () => {
    expect(
      await found(imports, { "bench/src/main.ts": 'export { count } from "@iltizam/server";\n' }),
    ).toEqual([]);
  });
});

it("reports each cycle once, with its way", async () => {
  const changes = {
    [`${kernel}/day.ts`]: 'import { night } from "./night.ts";\nexport const day = () => night;\n',
    [`${kernel}/night.ts`]: 'import { day } from "./day.ts";\nexport const night = () => day;\n',
  };
  expect(await found(imports, changes)).toEqual([`${kernel}/day.ts:1 imports/cycle`]);
  expect((await said(imports, changes))[0]).toContain(
    `${kernel}/day.ts → ${kernel}/night.ts → ${kernel}/day.ts`,
  );
});

it("reports imports that lead nowhere, and the spreadsheet library that is forbidden", async () => {
  const changes = {
    [`${kernel}/lost.ts`]:
      'export { a } from "./gone.ts";\nexport { b } from "not-installed";\nimport "virtual:made-by-vite";\n',
    [`${kernel}/sheet.ts`]: 'import "xlsx";\n',
  };
  expect(await found(imports, changes)).toEqual([
    `${kernel}/lost.ts:1 imports/unresolved`,
    `${kernel}/lost.ts:2 imports/unresolved`,
    `${kernel}/sheet.ts:1 imports/forbidden`,
    `${kernel}/sheet.ts:1 imports/unresolved`,
  ]);
});

it("reports sources that read the folder beside the repository, not tests that do", async () => {
  const reading = 'export const a = "../../../../shared/texts";\nexport const b = [".."].concat("shared");\n';
  const changes = { [`${kernel}/peek.ts`]: reading, [`${kernel}/peek.test.ts`]: reading };
  expect(await found(imports, changes)).toEqual([`${kernel}/peek.ts:1 imports/shared`]);
});

it("reports every file that dependency-cruiser passed over in silence", () => {
  expect(unread(["a.ts", "b.ts"], ["b.ts"]).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    "a.ts imports/unread",
  ]);
});
