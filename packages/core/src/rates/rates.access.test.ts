import { type TestPlace, testPlace } from "@iltizam/testkit/agreement";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { listRates } from "./list-rates.ts";
import { correctRate, withdrawRate } from "./put-right.ts";
import { recordRate } from "./record-rate.ts";
import { routes } from "./routes.ts";

let place: TestPlace;
beforeAll(async () => {
  place = await testPlace();
});
afterAll(() => place.close());

const space = "simulated" as const;
const told = { on: "2025-01-02", source: "essai" };
const rate = "00000000-0000-4000-8000-000000000000";
const reason = "essai";
const acts: readonly (readonly [string, (c: Context) => Promise<unknown>])[] = [
  ["recordRate", (c) => recordRate(c, { ...told, space, from: "TND", to: "MAD", rate: "3.4" })],
  ["correctRate", (c) => correctRate(c, { ...told, rate, reason, value: "3.4" })],
  ["withdrawRate", (c) => withdrawRate(c, { rate, reason })],
];
const as = (...permissions: string[]): Context => {
  const actor = { id: "00000000-0000-7000-8000-0000000000aa", kind: "user" as const, label: "Salma" };
  return { ...place.ctx, actor: { ...actor, grants: [{ permissions }] } };
};

test.each(acts)("%s asks for the right to record rates", async (_, act) => {
  await expect(act(as("rates.read"))).rejects.toMatchObject({ code: "kernel.not_allowed" });
});

test("rates are read with the right to read them", async () => {
  await expect(listRates(as(), { space })).rejects.toMatchObject({ code: "kernel.not_allowed" });
  expect((await listRates(as("rates.read"), { space })).rates).toEqual([]);
  expect(routes).toHaveLength(acts.length + 1);
});
