import { expect, it } from "vitest";
import { found, said } from "./sample-house.ts";
import { sizes } from "./sizes.ts";

const file = "packages/core/src/kernel/long.ts";
const lines = (count: number, text = "  count();") => Array.from({ length: count }, () => text).join("\n");

it("accepts 300 lines and 60 lines of function, and refuses one more of each", async () => {
  expect(await found(sizes, { [file]: `${lines(300, "count();")}\n` })).toEqual([]);
  expect(await found(sizes, { [file]: `${lines(301, "count();")}\n` })).toEqual([`${file}:301 sizes/file`]);
  expect(await found(sizes, { [file]: `function f() {\n${lines(58)}\n}\n` })).toEqual([]);
  expect(await found(sizes, { [file]: `\nfunction f() {\n${lines(59)}\n}\n` })).toEqual([
    `${file}:2 sizes/function`,
  ]);
});

it("names the function, whatever its form", async () => {
  const body = `{\n${lines(60)}\n}`;
  const text = `const arrow = () => ${body};\nconst object = { method() ${body} };\n`;
  expect(await said(sizes, { [file]: text })).toEqual([
    "arrow has 62 lines; at most 60: name its steps as functions",
    "method has 62 lines; at most 60: name its steps as functions",
  ]);
});

it("takes a suite for a chapter and a test for a function", async () => {
  const test = "packages/core/src/kernel/long.test.ts";
  const suite = `describe("all", () => {\n${lines(70)}\n});\ndescribe.each([1])("%d", () => {\n${lines(70)}\n});\n`;
  expect(await found(sizes, { [test]: suite })).toEqual([]);
  const inner = `describe("all", () => {\n  it("one", () => {\n${lines(60)}\n  });\n});\n`;
  expect(await found(sizes, { [test]: inner })).toEqual([`${test}:2 sizes/function`]);
});

it("measures SQL files and the bodies of their functions", async () => {
  const sql = "packages/core/src/kernel/migrations/0002_long.sql";
  const body = (count: number) =>
    `create function f() returns void language plpgsql as $$\n${lines(count)}\n$$;\n`;
  expect(await found(sizes, { [sql]: body(60) })).toEqual([]);
  expect(await found(sizes, { [sql]: body(61) })).toEqual([`${sql}:1 sizes/function`]);
  expect(await found(sizes, { [sql]: lines(301, "select 1;") })).toEqual([`${sql}:301 sizes/file`]);
});

it("leaves generated sources alone", async () => {
  expect(await found(sizes, { "packages/server/src/api.gen.ts": lines(400, "count();") })).toEqual([]);
});
