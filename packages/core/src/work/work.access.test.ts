import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { look, myWork } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-work-access-")));
});
afterAll(() => world.close());

const space = "simulated";
const refused = { code: "kernel.not_allowed", params: { permission: "work.read" } };

test("who holds no role has no work, whatever she may read", async () => {
  const reader = { ...world.ctx, actor: actorWith("reader", "agreements.read", "standings.read") };
  await expect(myWork(reader, { space })).rejects.toMatchObject(refused);
  await expect(look(reader, { space })).rejects.toMatchObject(refused);
});

test("a role in one place is enough, and what she looked at is hers alone", async () => {
  const grants = [{ permissions: ["work.read"], territory: world.id("90") }];
  const one = {
    ...world.ctx,
    actor: { ...actorWith("one"), id: "00000000-0000-7000-8000-0000000000a1", grants },
  };
  const other = { ...one, actor: { ...one.actor, id: "00000000-0000-7000-8000-0000000000a2" } };
  const before = (await myWork(other, { space })).since;
  const { lookedAt } = await look(one, { space });
  expect((await myWork(one, { space })).since).toBe(lookedAt);
  expect(Date.parse((await myWork(other, { space })).since)).toBeLessThan(Date.parse(lookedAt));
  expect(Date.parse(before)).toBeLessThan(Date.parse(lookedAt));
});
