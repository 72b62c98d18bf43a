// The place of a restore: empty before, whole after, and saying so in between.
import type pg from "pg";
import { emptyDatabase } from "../postgres/index.ts";
import { backupErrors } from "./errors.ts";
import { listTables, quoted } from "./list-tables.ts";

/** A schema of its own stands as long as a restore is unfinished, because everything else is made anew. */
const mark = "iltizam_restoring";

export async function isRestoreInterrupted(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query("select from pg_namespace where nspname = $1", [mark]);
  return rowCount !== 0;
}

export async function markRestoring(client: pg.ClientBase): Promise<void> {
  await client.query(`create schema if not exists ${mark}`);
}

export async function unmarkRestoring(client: pg.ClientBase): Promise<void> {
  await client.query(`drop schema if exists ${mark}`);
}

/**
 * @throws `backup.place_not_empty` naming what holds rows; `backup.place_not_ours` when the database holds tables that
 * are no Iltizam's.
 */
export async function requireEmptyPlace(client: pg.ClientBase): Promise<void> {
  await requireOurTables(client);
  const tables = await listTables(client);
  if (tables.length === 0) return;
  const asked = tables
    .filter(({ name }) => name !== "settings")
    .map(({ name }) => `select '${name}' as name where exists (select from ${quoted(name)})`);
  const { rows } = await client.query<{ name: string }>(asked.join(" union all "));
  if (rows.length > 0)
    throw backupErrors.place_not_empty({ tables: rows.map(({ name }) => name).slice(0, 5) });
}

/** A database without our record of migrations that holds something else is another program's. */
async function requireOurTables(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')
       and (to_regclass('public.migrations') is null or to_regclass('public.journal') is null)
     order by 1 limit 5`,
  );
  if (rows.length > 0) throw backupErrors.place_not_ours({ tables: rows.map(({ name }) => name) });
}

/** Takes everything of Iltizam out of the database; migrations follow. */
export async function clearPlace(client: pg.ClientBase): Promise<void> {
  await client.query(`begin; ${emptyDatabase}; commit`);
}
