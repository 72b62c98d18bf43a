// The ground's promise of durability: what PostgreSQL acknowledged is there after every kill.
import { setTimeout as sleep } from "node:timers/promises";
import { postgresOf, testFolder } from "@iltizam/testkit/bad-days";
import { withClient } from "@iltizam/testkit/database";
import pg from "pg";
import { expect, test } from "vitest";
import { embeddedPostgres } from "../index.ts";

const kills = 20;
const writers = 4;

/** Writes until the server is gone, telling each number that was acknowledged. */
async function writeUntilGone(url: string, from: number, tell: (number: number) => void): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  try {
    // The kill may come before this connection stands.
    await client.connect();
    for (let number = from; ; number += writers) {
      await client.query("insert into written values ($1)", [number]);
      tell(number);
    }
  } catch {
    await client.end().catch(() => undefined);
  }
}

test(`${kills} kills under write load lose nothing that was acknowledged`, { timeout: 900_000 }, async () => {
  const folder = testFolder();
  const dataDir = folder.path;
  const acknowledged: number[] = [];
  let server = await embeddedPostgres({ dataDir });
  await withClient(server.ownerUrl, (client) =>
    client.query("create table written (number int primary key)"),
  );
  for (let kill = 0; kill < kills; kill++) {
    const { ownerUrl } = server;
    const before = acknowledged.length;
    const writing = Array.from({ length: writers }, (_, writer) =>
      writeUntilGone(ownerUrl, kill * 1e6 + writer, (number) => acknowledged.push(number)),
    );
    const gone = Promise.all(writing);
    // every kill falls into work, however slow the machine
    while (acknowledged.length === before && !(await Promise.race([gone, sleep(5)])));
    await sleep(Math.random() * 150);
    process.kill(postgresOf(dataDir)?.pid ?? 0, "SIGKILL");
    await gone;
    server = await embeddedPostgres({ dataDir });
  }
  const there = await withClient(server.ownerUrl, async (client) => {
    const { rows } = await client.query<{ number: number }>("select number from written");
    return new Set(rows.map((row) => row.number));
  });
  await server.stop();
  folder.remove();
  expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
  expect(acknowledged.filter((number) => !there.has(number))).toEqual([]);
});
