// The place of a restore: empty before, whole after, and saying so in between.
import type pg from "pg";
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
  const tables = await listTables(client);
  if (tables.length === 0) return;
  const { rows: found } = await client.query<{ ours: boolean }>(
    "select to_regclass('public.migrations') is not null and to_regclass('public.journal') is not null as ours",
  );
  if (!found[0]?.ours) throw backupErrors.place_not_ours({ tables: tables.map(({ name }) => name).slice(0, 5) });
  const asked = tables
    .filter(({ name }) => name !== "settings")
    .map(({ name }) => `select '${name}' as name where exists (select from ${quoted(name)})`);
  const { rows } = await client.query<{ name: string }>(asked.join(" union all "));
  if (rows.length > 0) throw backupErrors.place_not_empty({ tables: rows.map(({ name }) => name).slice(0, 5) });
}

/** Takes everything of Iltizam out of the database; migrations follow. */
export async function clearPlace(client: pg.ClientBase): Promise<void> {
  await client.query(
    `begin;
     drop schema if exists graphile_worker cascade;
     drop schema public cascade;
     create schema public;
     grant usage on schema public to iltizam_app;
     grant usage, create on schema public to iltizam_counter;
     commit`,
  );
}
