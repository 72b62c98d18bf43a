// Two servers on one database: both look for work, and the blocks form one chain all the same.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firstRow } from "@iltizam/core/kernel";
import { readSeals, verify } from "@iltizam/core/results";
import { withClient } from "@iltizam/testkit/database";
import { makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createServer, type RunningServer } from "../http/index.ts";

// A long transaction of another database of this server holds up what is sealed and sent: the tests wait for it.
const patience = 120_000;

let folder: string;
let world: SmallWorld;
let servers: RunningServer[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "iltizam-two-"));
  world = await makeSmallWorld(join(folder, "files"));
  const one = {
    appUrl: world.database.appUrl,
    dataDir: folder,
    demo: true,
    host: "127.0.0.1",
    port: 0,
    sealEvery: 10,
  };
  servers = [await createServer(one), await createServer(one)];
});
afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const measure = async (server: RunningServer, name: string) => {
  const text = await (await fetch(`${server.address}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
};

async function post(server: RunningServer, number: number): Promise<void> {
  const answer = await fetch(`${server.address}/api/v1/results`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ commitment: "AGR-1/1", source: "anapec-si", date: "2024-05-02", externalId: String(number) },
      subject: { document: { number: `B${number}X` } },
    }),
  });
  expect(answer.status).toBe(200);
}

test("what both write is sealed in one chain, each row once, while they write", async () => {
  const posted = 120;
  for (let number = 1; number <= posted; number += 2) {
    await Promise.all(servers.map((server, index) => post(server, number + index)));
    // a long transaction of another database of this server holds the sealer up: the rest is written after its first block
    if (number === posted / 2 + 1)
      await vi.waitFor(
        async () => expect((await readSeals(world.ctx.db)).lastBlock).toBeGreaterThan(0),
        patience,
      );
  }
  await vi.waitFor(async () => expect((await readSeals(world.ctx.db)).unsealed).toBe(0), patience);
  const { facts, blocks, sealedRows, differences } = await verify(world.ctx, {});
  expect(differences).toEqual([]);
  expect(facts).toBe(posted);
  expect(blocks).toBeGreaterThan(1);
  const distinct = await firstRow(
    world.ctx.db,
    sql<{ rows: number }>`select count(distinct id) as rows from blocks, unnest(row_ids) id`,
  );
  expect(distinct?.rows).toBe(sealedRows);
  const journal = await firstRow(world.ctx.db, sql<{ rows: number }>`select count(*) as rows from journal`);
  expect(sealedRows).toBe(posted + Number(journal?.rows));
  for (const server of servers) {
    expect(await measure(server, "iltizam_last_block")).toBe(blocks);
    expect(await measure(server, "iltizam_unsealed_rows")).toBe(0);
  }
});

test("a server that stops leaves the sealing to the other, and what waits is shown", async () => {
  const [first, second] = servers.splice(0);
  if (first === undefined || second === undefined) throw new Error("two servers were started");
  await first.close();
  await post(second, 1001);
  await vi.waitFor(async () => expect(await measure(second, "iltizam_unsealed_rows")).toBe(0), patience);
  await withClient(world.database.ownerUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtextextended('iltizam.sealer', 0))");
    await post(second, 1002);
    expect(await measure(second, "iltizam_unsealed_rows")).toBe(2);
  });
  await vi.waitFor(async () => expect(await measure(second, "iltizam_unsealed_rows")).toBe(0), patience);
  await second.close();
  expect((await verify(world.ctx, {})).differences).toEqual([]);
});
