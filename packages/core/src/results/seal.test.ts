// Seals: the SQL and the format as it is documented give the same hashes for every kind of row.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import {
  hashOfBlock,
  recordResult,
  sealOfEntry,
  sealOfFact,
  sealOfJournal,
  sealOfMerge,
  verify,
} from "./index.ts";
import { makeSealedWorld, sealEverything } from "./tests/sealed-world.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSealedWorld();
});
afterAll(() => world.close());

const microseconds = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);

test.for([
  { kind: "F", table: "facts", at: "recorded_at", ours: sealOfFact, sqls: "seal_of_fact" },
  { kind: "E", table: "fact_entries", at: "recorded_at", ours: sealOfEntry, sqls: "seal_of_entry" },
  { kind: "M", table: "subject_merges", at: "recorded_at", ours: sealOfMerge, sqls: "seal_of_merge" },
  { kind: "J", table: "journal", at: "at", ours: sealOfJournal, sqls: "seal_of_journal" },
] as const)(
  "the documented format gives the database's hash for every row of $table",
  async ({ kind, table, at, ours, sqls }) => {
    const found = await rows(
      world.ctx.db,
      sql<Parameters<typeof ours>[0] & { hash: Buffer; sealed: Buffer | null }>`
      select t.*, ${microseconds(`t.${at}`)} as ${sql.ref(at)}, ${sql.raw(sqls)}(t) as hash,
             (select b.row_hashes[array_position(b.row_ids, t.id)] from blocks b
              where t.id = any(b.row_ids) and ${kind} = any(b.row_kinds)) as sealed
      from ${sql.table(table)} t`,
    );
    expect(found.length).toBeGreaterThan(0);
    for (const row of found) {
      expect(ours(row as never).toString("hex")).toBe(row.hash.toString("hex"));
      expect(row.sealed?.toString("hex")).toBe(row.hash.toString("hex"));
    }
  },
);

test("erased rows keep the hash that their block holds, and verify says how many persons were erased", async () => {
  const erased = await rows(
    world.ctx.db,
    sql<{ note: string | null }>`select note from facts where erased is not null`,
  );
  expect(erased.length).toBeGreaterThan(1);
  expect(erased.every(({ note }) => note === null)).toBe(true);
  const found = await verify(world.ctx, {});
  expect(found).toMatchObject({ erased: 1, differences: [] });
  expect(found.sealedRows).toBeGreaterThan(found.facts);
});

test("a block's hash follows from its rows and from the block before", async () => {
  await sealMore();
  const blocks = await rows(
    world.ctx.db,
    sql<{ number: number; previous: Buffer | null; hash: Buffer; row_hashes: Buffer[] }>`
      select number, previous, hash, row_hashes from blocks order by number`,
  );
  expect(blocks.length).toBeGreaterThan(1);
  for (const [index, block] of blocks.entries()) {
    const previous = blocks[index - 1]?.hash ?? null;
    expect(hashOfBlock(block.number, previous, block.row_hashes).toString("hex")).toBe(
      block.hash.toString("hex"),
    );
  }
});

async function sealMore(): Promise<void> {
  const subject = { id: await world.person() };
  await recordResult(world.ctx, { commitment: "AGR-3/1", date: "2026-03-03", source: "test", subject });
  await sealEverything(world);
}

test("the worked example of docs/formats/seal.md hashes as it says", () => {
  const page = readFileSync(new URL("../../../../docs/formats/seal.md", import.meta.url), "utf8");
  const [rowText = "", blockText = ""] = /```json\n(.*)\n(.*)\n```/.exec(page)?.slice(1) ?? [];
  const [, row, block] = /Row: `(\w+)`\. Block: `(\w+)`/.exec(page) ?? [];
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  expect([hash(rowText), hash(blockText)]).toEqual([row, block]);
  expect(JSON.parse(blockText).rowsHash).toBe(
    createHash("sha256")
      .update(Buffer.from(row ?? "", "hex"))
      .digest("hex"),
  );
});
