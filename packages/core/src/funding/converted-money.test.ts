// Dirhams and dinars of one agreement read together: with every rate there is a total, without one there is none.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordRate } from "../rates/index.ts";
import { convertedMoney } from "./converted-money.ts";
import { pay } from "./pay.ts";
import { pledge } from "./pledge.ts";
import { withdrawMovement } from "./put-right.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-converted-"));
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

test("what is paid in two currencies is one total, which opens to amounts and rates; a missing rate is named", async () => {
  const promise = async (currency: string, amount: string, more: object = {}) =>
    (
      await pledge(world.ctx, {
        ...{ agreement: "AGR-1", role: "contribution" as const, contributor: "ORG-1", currency, amount },
        ...{ basis: "announced" as const, ...more },
      })
    ).reference;
  const dirhams = await promise("MAD", "1000.00", { effectiveOn: "2025-01-10" });
  const dinars = await promise("TND", "200.125", { effectiveOn: "2025-01-10" });
  await promise("TND", "9.000", { inKind: true });
  await promise("TND", "500.000", { role: "total", contributor: null });
  await pay(world.ctx, { contribution: dirhams, amount: "10.00", on: "2025-02-01" });
  await pay(world.ctx, { contribution: dinars, amount: "1.234", on: "2025-02-03" });
  const { id } = await pay(world.ctx, { contribution: dinars, amount: "1.000", on: "2025-05-03" });
  const read = () => convertedMoney(world.ctx, { agreement: "AGR-1" });
  const stepOf = async (step: string) => (await read()).steps.find((one) => one.step === step);
  const rate = { space: "simulated", from: "TND", to: "MAD", source: "Place fictive" } as const;
  await recordRate(world.ctx, { ...rate, on: "2025-01-31", rate: "3.4127" });
  expect(await stepOf("paid")).toMatchObject({
    total: null,
    missing: [{ from: "TND", to: "MAD", on: "2025-05-03" }],
  });
  await withdrawMovement(world.ctx, { contribution: dinars, movement: id, reason: "essai" });
  expect(await stepOf("paid")).toMatchObject({
    total: "14.21",
    amounts: [
      { contribution: dirhams, amount: "10.00", converted: "10.00", rate: null },
      { contribution: dinars, amount: "1.234", converted: "4.21", rate: { rate: "3.4127", age: 3 } },
    ],
  });
  // promised before any rate: no total; what is in kind, and the stated total, are not read
  expect(await stepOf("promised")).toMatchObject({
    total: null,
    missing: [{ from: "TND", to: "MAD", on: "2025-01-10" }],
  });
  await recordRate(world.ctx, { ...rate, on: "2025-01-10", rate: "3.4" });
  expect(await stepOf("promised")).toMatchObject({ total: "1680.43", missing: [] });
  expect((await read()).among).toEqual(["MAD", "TND"]);
  const asDinars = await convertedMoney(world.ctx, { agreement: "AGR-1", to: "TND" });
  expect([asDinars.to, asDinars.steps.map(({ total }) => total)]).toEqual(["TND", [null, null]]);
});
