// What has ended, by its state or its last day, takes no more plans.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pledge } from "../funding/index.ts";
import { endOf } from "./model.ts";
import { planTranche } from "./plan.ts";
import { tranchesOfAgreement } from "./read-tranches.ts";
import { dropTranche, reviseTranche } from "./revise.ts";

const folder = mkdtempSync(join(tmpdir(), "iltizam-ended-"));
let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(folder);
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: { code?: string }) => error.code ?? String(error),
  );

test("the last day of the period is still in it; one that goes on without an end does not expire", () => {
  const at = (until: string | null, today: string) => endOf({ state: "in_force", until }, today);
  expect(at("2025-12-31", "2025-12-31")).toBe(null);
  expect(at("2025-12-31", "2026-01-01")).toBe("expired");
  expect(at(null, "2026-01-01")).toBe(null);
  expect(endOf({ state: "renewed", until: "2025-12-31" }, "2026-01-01")).toBe("renewed");
});

test("nothing is planned or revised once the agreement has ended or expired; what is planned may be given up", async () => {
  const { reference } = await pledge(world.ctx, {
    ...{ agreement: "AGR-2", role: "contribution", contributor: "ORG-1", amount: "10.00", currency: "MAD" },
    basis: "announced",
  });
  const part = { contribution: reference, amount: "5.00", plannedOn: "2025-06-01" };
  const { tranche } = await planTranche(world.ctx, part);
  const revised = { tranche, amount: "4.00", plannedOn: "2025-06-01", reason: "moins" };
  const put = (change: string) =>
    world.settle(`update agreements set ${change} where id = $1`, [world.id("AGR-2")]);
  const ended = async () => (await tranchesOfAgreement(world.ctx, { agreement: "AGR-2" })).ended;
  expect(await ended()).toBe(null);
  for (const state of ["closed", "terminated", "renewed"]) {
    await put(`state = '${state}'`);
    expect(await codeOf(planTranche(world.ctx, part))).toBe("tranches.agreement_ended");
    expect(await codeOf(reviseTranche(world.ctx, revised))).toBe("tranches.agreement_ended");
    expect(await ended()).toBe(state);
  }
  await put("state = 'in_force', period_to = '2024-12-31'");
  expect(await codeOf(planTranche(world.ctx, part))).toBe("tranches.agreement_expired");
  expect(await ended()).toBe("expired");
  expect(await codeOf(dropTranche(world.ctx, { tranche, reason: "convention échue" }))).toBe("done");
  await put("period_to = '2999-12-31'");
  expect([await ended(), await codeOf(planTranche(world.ctx, part))]).toEqual([null, "done"]);
});
