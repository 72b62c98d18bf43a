import { expect, it } from "vitest";
import { leaks } from "./leaks.ts";
import { found } from "./sample-house.ts";

const file = "packages/core/src/kernel/leak.ts";
const rules = async (text: string, name = file) => await found(leaks, { [name]: `${text}\n` });

it.each(['const a = "/work/main";', "const a = `/root/.cache/x`;", "// see /tmp/notes/a"])(
  "refuses the machine path in %s",
  async (text) => {
    expect(await rules(`\n${text}`)).toEqual([`${file}:2 leaks/machine-path`]);
  },
);

it("accepts addresses that only look like one, and paths in tests and scripts", async () => {
  expect(
    await rules(
      'const a = "/api/v1/work/lists"; const b = `$' + '{a}/tmp/x`; const c = "https://a.org/root/b";',
    ),
  ).toEqual([]);
  expect(await rules('const a = "/tmp/x/";', "packages/core/src/kernel/leak.test.ts")).toEqual([]);
  expect(await rules('const a = "/tmp/x/";', "scripts/dev.ts")).toEqual([]);
  expect(await rules('const a = "/work/x/";', "scripts/dev.ts")).toEqual([
    "scripts/dev.ts:1 leaks/machine-path",
  ]);
});

it("refuses the address of a registry", async () => {
  expect(await rules("registry=https://packages.example.org/", ".npmrc")).toEqual([
    ".npmrc:1 leaks/registry",
  ]);
  expect(await rules('fetch("https://registry.example.org/x");')).toEqual([`${file}:1 leaks/registry`]);
  const lock = '{ "packages": { "x": { "resolved": "https://packages.example.org/x.tgz" } } }';
  expect(await rules(lock, "package-lock.json")).toEqual(["package-lock.json:1 leaks/resolved"]);
});

it("refuses a lock file that names a package and does not hold it", async () => {
  const entry = { optionalDependencies: { "cli-mac": "1.0.0", "cli-linux": "1.0.0" } };
  const lock = { packages: { "node_modules/cli": entry, "node_modules/cli-linux": {} } };
  expect(await rules(JSON.stringify(lock), "package-lock.json")).toEqual(["package-lock.json:1 leaks/lock"]);
});

it.each(["it.only", "describe.only", "it.skip", "test.todo", "it.skip.each([1])", "describe.each([1]).only"])(
  "refuses %s",
  async (call) => {
    const test = "packages/core/src/kernel/leak.test.ts";
    expect(await rules(`${call}("a", () => {});`, test)).toEqual([`${test}:1 leaks/mark`]);
  },
);

it("accepts a test that is left out for a reason", async () => {
  expect(await rules('it.skipIf(missing)("reads the texts", () => {});')).toEqual([]);
});

it.each(["// TODO later", "/* FIXME */", "// @ts-ignore", "// @ts-nocheck", "const a = b as any;"])(
  "refuses %s",
  async (text) => {
    expect(await rules(text)).toEqual([`${file}:1 leaks/mark`]);
  },
);
