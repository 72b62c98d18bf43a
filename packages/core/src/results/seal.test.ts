// Seals: the SQL and the format as it is documented give the same hashes for every kind of row; a row that is changed
// behind the ledger's back is named.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { withClient } from "@iltizam/testkit/database";
import { actorWith, makeSmallWorld, type SmallWorld } from "@iltizam/testkit/ledger";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rows } from "../kernel/index.ts";
import {
  correctResult,
  eraseSubject,
  hashOfBlock,
  importResults,
  mergeSubjects,
  recordResult,
  sealOfEntry,
  sealOfFact,
  sealOfJournal,
  sealOfMerge,
  sealPending,
  splitSubjects,
  toldResult,
  verify,
  verifyResult,
  withdrawResult,
} from "./index.ts";

let world: SmallWorld;
const hard = [
  "قالت «نعم»\u200f",
  'quote " backslash \\ slash /',
  "tab\tline\nbell\u0007\u001f\u007f",
  "é€😀\u2028",
];

beforeAll(async () => {
  world = await makeSmallWorld(mkdtempSync(join(tmpdir(), "iltizam-seal-")));
  const { ctx } = world;
  const [one, two, three] = [await world.person(), await world.person(), await world.person()];
  const told = { commitment: "AGR-1/1", date: "2026-03-02", source: "test" };
  const facts = [];
  for (const [n, note] of hard.entries()) {
    const subject = { id: n % 2 === 0 ? one : two };
    const more = {
      note,
      externalId: `n° ${n} ${note}`.trim(),
      place: "90.1.01",
      segments: ["neet", "rural_youth"],
    };
    facts.push(await recordResult(ctx, { ...told, ...more, subject, evidenceReference: note.trim() }));
  }
  const [first, second, third] = facts.map(({ fact }) => fact);
  await recordResult(ctx, { ...told, subject: { id: three }, date: "2020-01-01" });
  await verifyResult(
    { ...ctx, actor: actorWith('V "é" ق', "results.verify") },
    { fact: first ?? "", evidence: 2, reason: hard[1] },
  );
  await verifyResult(ctx, { fact: second ?? "", evidence: 3, matchedWith: "CNSS \\ BDS" });
  await withdrawResult(ctx, { fact: third ?? "", reason: hard[2] ?? "" });
  await correctResult(ctx, { fact: second ?? "", changes: { sex: "F" }, reason: hard[0] ?? "" });
  await mergeSubjects(ctx, { subject: two, into: one, reason: hard[3] ?? "" });
  await splitSubjects(ctx, { subject: two, reason: "two persons" });
  await eraseSubject(ctx, { subject: two, decidedOn: "2026-04-01", deadline: "2026-05-01", reason: "asked" });
  await importResults(ctx, {
    space: "simulated",
    source: "file",
    fileName: "résultats «é».csv",
    fileHash: "0".repeat(64),
    results: hard.map((note, line) => ({
      line,
      told: toldResult.parse({
        commitment: "AGR-2/1",
        subject: { id: three },
        date: `2026-01-0${line + 1}`,
        note,
      }),
    })),
  });
  await sealEverything();
});
afterAll(() => world.close());

/** Seals until nothing is left: a transaction of another test's database holds the sealer back for a moment. */
async function sealEverything(): Promise<void> {
  const left = () =>
    rows(
      world.ctx.db,
      sql`select id from facts union all select id from journal except select unnest(row_ids) from blocks`,
    );
  while ((await left()).length > 0) {
    await sealPending(world.ctx);
    await setTimeout(20);
  }
}

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
  await sealEverything();
}

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
  await Promise.all([sealEverything(), sealEverything(), sealEverything()]);
  expect(await sealed()).toHaveLength(1);
  expect((await verify(ctx, {})).differences).toEqual([]);
});

/** Writes as somebody who owns the server could: past every trigger. */
function past<Result>(run: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(world.database.ownerUrl, async (client) => {
    await client.query("select set_config('iltizam.actor', 'nobody', false)");
    for (const table of ["facts", "fact_entries", "subject_merges", "journal", "blocks"]) {
      await client.query(`alter table ${table} disable trigger user`);
    }
    return run(client);
  });
}

const changes: readonly { row: string; change: string; back: string }[] = [
  {
    row: "fact",
    change:
      "update facts set sex = 'M' where id = (select min(id::text)::uuid from facts where sex = 'U') returning id",
    back: "update facts set sex = 'U' where id = $1",
  },
  {
    row: "entry",
    change: "update fact_entries set evidence = 4 where evidence = 2 returning id",
    back: "update fact_entries set evidence = 2 where id = $1",
  },
  {
    row: "merge",
    change: "update subject_merges set reason = reason || '!' returning id",
    back: "update subject_merges set reason = left(reason, -1) where id = $1",
  },
  {
    row: "journal",
    change: "update journal set actor_label = 'X' where actor_label = 'V \"é\" ق' returning id",
    back: "update journal set actor_label = 'V \"é\" ق' where id = $1",
  },
];

test.for(changes)("a $row changed behind the ledger's back is named", async ({ row, change, back }) => {
  await past(async (client) => {
    const { rows: changed } = await client.query<{ id: string }>(change);
    const { differences } = await verify(world.ctx, {});
    const named = { kind: "block", row, id: changed[0]?.id, problem: "row_changed" };
    expect(differences).toContainEqual(expect.objectContaining(named));
    await client.query(back, [changed[0]?.id]);
  });
  expect((await verify(world.ctx, {})).differences).toEqual([]);
});

test("any column of any sealed row that changes is named", async () => {
  await past(async (client) => {
    const columns = await client.query<{ table: string; column: string }>(
      `select table_name as table, column_name as column from information_schema.columns
       where table_name in ('facts', 'fact_entries') and is_generated = 'NEVER' and column_name not in ('id', 'tx', 'erased', 'salt', 'fact_id',
         'commitment_id', 'space', 'territory_id', 'age_band', 'kind')
         and data_type in ('text', 'smallint', 'bigint', 'date', 'uuid', 'timestamp with time zone', 'character')`,
    );
    expect(columns.rows.length).toBeGreaterThan(20);
    for (const { table, column } of columns.rows) await changeAndUndo(client, table, column);
  });
});

/** Another value of the same column, from another row or made up, in a transaction that is taken back. */
async function changeAndUndo(client: pg.Client, table: string, column: string): Promise<void> {
  await client.query("begin");
  for (const { name } of (
    await client.query<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
      [table],
    )
  ).rows) {
    await client.query(`alter table ${table} drop constraint "${name}"`);
  }
  const other = `case pg_typeof(${column})::text when 'text' then coalesce(${column}::text, '') || 'x'
    when 'character' then 'x' when 'uuid' then gen_random_uuid()::text when 'date' then '1999-01-01'
    when 'timestamp with time zone' then '1999-01-01' else '1234' end`;
  const { rows: changed } = await client.query<{ id: string }>(
    `update ${table} set ${column} = (${other})::${typeOf[column] ?? "text"}
     where id = (select min(id::text)::uuid from ${table} where ${table === "facts" ? "erased is null and salt is not null" : "true"})
     returning id`,
  );
  const differ = await client.query<{ id: string }>(
    "select id from blocks_that_differ() where problem = 'row_changed'",
  );
  expect(differ.rows, `${table}.${column}`).toEqual([{ id: changed[0]?.id }]);
  await client.query("rollback");
}

const typeOf: Readonly<Record<string, string>> = {
  subject_id: "uuid",
  commune_id: "uuid",
  import_id: "uuid",
  journal_id: "uuid",
  fact_date: "date",
  recorded_at: "timestamptz",
  indicator_version: "smallint",
  revision: "smallint",
  claimed: "smallint",
  evidence: "smallint",
  quantity: "bigint",
};

test("a row that is gone is named, and so is a total that is off by one", async () => {
  await past(async (client) => {
    await client.query("begin");
    const gone = await client.query<{ id: string }>(
      "delete from fact_entries where id = (select min(id::text)::uuid from fact_entries) returning id",
    );
    const differ = await client.query("select id, problem from blocks_that_differ()");
    expect(differ.rows).toEqual([{ id: gone.rows[0]?.id, problem: "row_missing" }]);
    await client.query("rollback");
    const node = world.id("AGR-3/1");
    await client.query("update node_totals set sex_f = sex_f + 1 where node = $1 and span = 'life'", [node]);
    const { differences } = await verify(world.ctx, {});
    await client.query("update node_totals set sex_f = sex_f - 1 where node = $1 and span = 'life'", [node]);
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences) {
      expect(difference).toMatchObject({ kind: "total", node: "AGR-3/1", margin: "sex_f", span: "life" });
    }
  });
});
