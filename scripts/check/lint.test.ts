import { expect, it } from "vitest";
import { lint } from "./lint.ts";
import { found, said } from "./sample-house.ts";

const file = "packages/core/src/kernel/clock.ts";

it("reports lint with its line", async () => {
  expect(await found(lint, { [file]: "export const noon = 12;\nexport const any: any = noon;\n" })).toEqual([
    `${file}:2 lint/suspicious/noExplicitAny`,
  ]);
});

it("reports a file that is not formatted, and says how to set it right", async () => {
  const changes = { [file]: "export const noon=12\n" };
  expect(await found(lint, changes)).toEqual([`${file}:1 format`]);
  expect(await said(lint, changes)).toEqual(["not formatted; `npx biome check --write` sets it right"]);
});

it("reports warnings too", async () => {
  const changes = { [file]: "export const noon = (hours: number[]) => hours[12]!;\n" };
  expect(await found(lint, changes)).toEqual([`${file}:1 lint/style/noNonNullAssertion`]);
});

it("reports a configuration that biome cannot read", async () => {
  expect(await found(lint, { "biome.json": "{ broken" })).toContain("biome.json:1 lint");
});
