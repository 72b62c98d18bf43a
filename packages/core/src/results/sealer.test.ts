// The one sealer chains rows after commit, and only what no running transaction could still come before.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import { recordResult, sealPending, verify } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-sealer-")));
});
afterAll(() => world.close());

test("what a running transaction could still come before is sealed later, and nothing twice", async () => {
  const { ctx } = world;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  let began: () => void = () => undefined;
  const running = new Promise<void>((resolve) => {
    began = resolve;
  });
  const slow = ctx.db.transaction().execute(async (tx) => {
    await sql`select pg_current_xact_id()`.execute(tx);
    began();
    await held;
  });
  await running;
  const subject = { id: await world.person() };
  const { fact } = await recordResult(ctx, {
    commitment: "AGR-3/1",
    date: "2026-03-04",
    source: "test",
    subject,
  });
  await sealPending(ctx);
  const sealed = () => rows(ctx.db, sql`select from blocks where ${fact}::uuid = any(row_ids)`);
  expect(await sealed()).toHaveLength(0);
  release();
  await slow;
  while ((await sealed()).length === 0) {
    await Promise.all([sealPending(ctx), sealPending(ctx), sealPending(ctx)]);
    await setTimeout(20);
  }
  expect(await sealed()).toHaveLength(1);
  expect((await verify(ctx, {})).differences).toEqual([]);
});
