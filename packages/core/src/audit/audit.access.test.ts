import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import { recordResult } from "../results/index.ts";
import { exportJournal, readJournal } from "./index.ts";

let world: SmallWorld;
let fact: string;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-audit-access-")));
  const told = {
    commitment: "AGR-1/1",
    date: "2026-02-01",
    source: "test",
    subject: { id: await world.person() },
  };
  ({ fact } = await recordResult(world.ctx, told));
});
afterAll(() => world.close());

const calls: readonly [string, (ctx: Context) => Promise<number>][] = [
  ["readJournal", async (ctx) => (await readJournal(ctx, { object: fact })).entries.length],
  ["exportJournal", async (ctx) => (await exportJournal(ctx, { object: fact, format: "csv" })).rows],
];

test.for(calls)("%s needs the right journal.read, and shows what lies where it holds", async ([, call]) => {
  const as = (...grants: { permissions: string[]; agreement?: string }[]) => ({
    ...world.ctx,
    actor: { ...actorWith("reader"), grants },
  });
  await expect(call(as({ permissions: ["results.read", "people.unmask"] }))).rejects.toMatchObject({
    code: "kernel.not_allowed",
    params: { permission: "journal.read" },
  });
  expect(await call(as({ permissions: ["journal.read"] }))).toBe(1);
  expect(await call(as({ permissions: ["journal.read"], agreement: world.id("AGR-3") }))).toBe(0);
});
