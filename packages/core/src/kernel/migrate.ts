import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import pg from "pg";
import { kernelErrors } from "./errors.ts";
import { coreFolders, folderPath } from "./floors.ts";

export interface Migration {
  readonly folder: string;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

/** Every folder's migrations, from the ground floor up, by file name inside a folder. */
export function listMigrations(): Migration[] {
  return coreFolders().flatMap((folder) => {
    const place = new URL("migrations/", folderPath(folder));
    if (!existsSync(place)) return [];
    const names = readdirSync(place)
      .filter((name) => name.endsWith(".sql"))
      .sort();
    return names.map((name) => {
      const sql = readFileSync(new URL(name, place), "utf8");
      return { folder, name, sql, hash: createHash("sha256").update(sql).digest("hex") };
    });
  });
}

const ledgerOfMigrations = `
  create table if not exists migrations (
    folder text not null, name text not null, hash text not null, applied_at timestamptz not null default now(),
    primary key (folder, name))`;

/**
 * Brings the database to the present version: each new migration in a transaction of its own, under one lock, so that
 * two servers may start at once. Connects as the owner of the tables.
 * @throws `kernel.migration_changed` when a migration that was applied reads differently now;
 *         `kernel.database_newer` when the database knows migrations that this version does not have.
 */
export async function migrate(options: {
  ownerUrl: string;
  onMessage?: (text: string) => void;
  /** Leaves the others for later: a restore stops where the backup was made. */
  only?: (migration: Migration) => boolean;
}): Promise<{ applied: number }> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('iltizam.migrate'))");
    await client.query(ledgerOfMigrations);
    await client.query("grant select on migrations to iltizam_app");
    const { rows } = await client.query<{ folder: string; name: string; hash: string }>(
      "select folder, name, hash from migrations",
    );
    const pending = pendingMigrations(rows).filter(options.only ?? (() => true));
    for (const migration of pending) {
      await applyMigration(client, migration);
      options.onMessage?.(`${migration.folder}/${migration.name}`);
    }
    return { applied: pending.length };
  } finally {
    await client.end();
  }
}

function pendingMigrations(applied: readonly { folder: string; name: string; hash: string }[]): Migration[] {
  const known = listMigrations();
  const before = new Map(applied.map((row) => [`${row.folder}/${row.name}`, row.hash]));
  for (const { folder, name, hash } of known) {
    const old = before.get(`${folder}/${name}`);
    if (old !== undefined && old !== hash)
      throw kernelErrors.migration_changed({ migration: `${folder}/${name}` });
    before.delete(`${folder}/${name}`);
  }
  const [unknown] = before.keys();
  if (unknown !== undefined) throw kernelErrors.database_newer({ migration: unknown });
  const done = new Set(applied.map((row) => `${row.folder}/${row.name}`));
  return known.filter(({ folder, name }) => !done.has(`${folder}/${name}`));
}

async function applyMigration(client: pg.Client, migration: Migration): Promise<void> {
  await client.query("begin");
  try {
    await client.query("select set_config('iltizam.actor', 'migration', true)");
    await client.query(migration.sql);
    await client.query("insert into migrations (folder, name, hash) values ($1, $2, $3)", [
      migration.folder,
      migration.name,
      migration.hash,
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`migration ${migration.folder}/${migration.name}: ${String(error)}`, { cause: error });
  }
}
