import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countedNow, recordResult, verify } from "./index.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-record-")));
});
afterAll(() => world.close());

const told = { commitment: "AGR-1/1", date: "2026-03-02", place: "90.1.01", source: "test" };

test("a result counts once at its commitment, its agreement, every ancestor, its province, region and nation", async () => {
  const subject = { document: { number: "ZZ 100001" } };
  const first = await recordResult(world.ctx, { ...told, subject, externalId: "1" });
  expect(first).toMatchObject({ outcome: "recorded", counting: "counted" });
  const nodes = ["AGR-1/1", "AGR-1", "BUN-1", "PROG-1", "90.1", "90", "ZZ"].map(world.id);
  const counts = await countedNow(world.ctx.db, nodes);
  expect(counts.map((row) => [row.node, row.total, row.milieu_r, row.month_03])).toEqual(
    expect.arrayContaining(nodes.map((node) => [node, 1, 1, 1])),
  );
  expect(counts).toHaveLength(nodes.length);
  expect(await verify(world.ctx, {})).toMatchObject({ facts: 1, differences: [] });
});
