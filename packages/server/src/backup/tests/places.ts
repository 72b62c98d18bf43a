// Two places for the tests of backup and restore: one in which something was recorded, and empty ones.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
} from "@iltizam/core/kernel";
import { keepDocument } from "@iltizam/core/sources";
import { addTerritory } from "@iltizam/core/territory";
import { loadVocabulary } from "@iltizam/core/vocabulary";
import { createTestDatabase, seeingAll, withClient } from "@iltizam/testkit/database";
import type pg from "pg";
import { makeBackup, type RestoreOptions, restoreBackup } from "../index.ts";

export interface TestPlace {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly ctx: Context;
  /** A free path of this place's folder. */
  path(name: string): string;
  sql<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>;
  backup(file: string): ReturnType<typeof makeBackup>;
  restore(file: string, more?: Partial<RestoreOptions>): ReturnType<typeof restoreBackup>;
  close(): Promise<void>;
}

export const now = new Date("2026-11-21T10:00:00Z");

export async function openTestPlace(): Promise<TestPlace> {
  const database = await createTestDatabase();
  const { ownerUrl, appUrl } = database;
  const folder = mkdtempSync(join(tmpdir(), "iltizam-backup-"));
  const opened = openDatabase(seeingAll(appUrl), { max: 4 });
  const files = folderFileStore(join(folder, "files"));
  const ctx = createContext({ db: opened.db, actor: systemActor, files, clock: { now: () => now } });
  return {
    ownerUrl,
    appUrl,
    ctx,
    path: (name) => join(folder, name),
    sql: (text) => withClient(ownerUrl, async (client) => (await client.query(text)).rows),
    backup: (file) => makeBackup({ ownerUrl, files, file, now, timeZone: "Africa/Casablanca" }),
    restore: (file, more) => restoreBackup({ ownerUrl, files, file, ...more }),
    async close() {
      await opened.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Definitions, places, and a document with its file; sealed only when the test asks for it. */
export async function recordSomething({ ctx }: Pick<TestPlace, "ctx">): Promise<void> {
  await loadVocabulary(ctx, {});
  await addTerritory(ctx, {
    ...{ space: "simulated", scheme: "test", code: "9", kind: "nation" },
    name: { fr: "Pays\tà tabulation\nnouvelle ligne", ar: "بلد" },
  });
  await keepText(ctx, "Convention : 6 000 \\N personnes.");
}

export async function keepText(ctx: Context, text: string): Promise<void> {
  await keepDocument(ctx, {
    ...{ space: "simulated", kind: "signed_text", title: "Texte", language: "fr" },
    fileBase64: Buffer.from(text).toString("base64"),
    text,
  });
}

/** Everything that a place holds: each table's rows, without the numbers of transactions, which are a cluster's own. */
export async function contentsOf(place: TestPlace): Promise<Record<string, unknown>> {
  const tables = await place.sql<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'migrations' order by 1",
  );
  const own = "'tx', 'last_tx', 'last_id'";
  const asked = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) as rows,
              md5(string_agg(value::text, '|' order by value::text)) as digest
       from (select to_jsonb(t) - array[${own}] as value from ${name} t) v`,
  );
  const rows = await place.sql<{ name: string }>(asked.join(" union all "));
  return Object.fromEntries(rows.map(({ name, ...rest }) => [name, rest]));
}

/** The rules of the database: constraints, triggers, indexes, as the catalogue writes them. */
export function rulesOf(place: TestPlace): Promise<unknown[]> {
  return place.sql(
    `select 'constraint' as kind, conrelid::regclass::text as "on", conname::text as name,
            pg_get_constraintdef(oid) || convalidated as rule
     from pg_constraint where connamespace = 'public'::regnamespace
     union all
     select 'trigger', tgrelid::regclass::text, tgname::text, pg_get_triggerdef(oid) || tgenabled::text
     from pg_trigger where not tgisinternal
     union all
     select 'index', tablename, indexname, indexdef from pg_indexes where schemaname = 'public'
     order by 1, 2, 3, 4`,
  );
}

/** The rows of the journal that no block holds yet. */
export async function waitingRows(place: TestPlace): Promise<string[]> {
  const rows = await place.sql<{ id: string }>(
    "select id from journal where id not in (select unnest(row_ids) from blocks) order by id",
  );
  return rows.map(({ id }) => id);
}

/** Seals until nothing waits (transactions of other tests on this server hold rows back), then gives what is wrong. */
export async function sealAndVerify(place: TestPlace): Promise<unknown[]> {
  do {
    await place.sql(
      "begin; select set_config('iltizam.actor', 'test', true); select seal_blocks(now()); commit;",
    );
  } while ((await waitingRows(place)).length > 0);
  const twice = "select id from blocks, unnest(row_ids) id group by id having count(*) > 1";
  return [...(await place.sql("select * from blocks_that_differ()")), ...(await place.sql(twice))];
}
