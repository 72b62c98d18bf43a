// A row that is changed behind the ledger's back is named, whichever column it is.
import { withClient } from "@iltizam/testkit/database";
import type { SmallWorld } from "@iltizam/testkit/ledger";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "./index.ts";
import { makeSealedWorld } from "./tests/sealed-world.ts";

let world: SmallWorld;
beforeAll(async () => {
  world = await makeSealedWorld();
});
afterAll(() => world.close());

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
    const node = world.id("AGR-1/1");
    await client.query("update node_totals set sex_f = sex_f + 1 where node = $1 and span = 'life'", [node]);
    const { differences } = await verify(world.ctx, {});
    await client.query("update node_totals set sex_f = sex_f - 1 where node = $1 and span = 'life'", [node]);
    expect(differences.length).toBeGreaterThan(0);
    for (const difference of differences) {
      expect(difference).toMatchObject({ kind: "total", node: "AGR-1/1", margin: "sex_f", span: "life" });
    }
  });
});
