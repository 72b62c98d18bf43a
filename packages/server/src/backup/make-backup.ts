// Everything of one installation in one file, without stopping anybody; the keys stay outside.
import { createHash } from "node:crypto";
import { type FileStore, listMigrations } from "@iltizam/core/kernel";
import pg from "pg";
import { backupFormat, fileEntry, headName, type Manifest, manifestName, type SavedTable } from "./format.ts";
import { type DomainTable, lastBlockOf, listTables, quoted } from "./list-tables.ts";
import { saveTable } from "./save-tables.ts";
import { sealEverything } from "./seal-everything.ts";
import { type Container, writeContainer } from "./write-container.ts";

export interface BackupOptions {
  readonly ownerUrl: string;
  readonly files: FileStore;
  readonly file: string;
  readonly timeZone: string;
  readonly now: Date;
  /** How many rows and files are saved, of how many. */
  readonly tell?: (done: number, total: number) => void;
}

export interface Backup {
  readonly bytes: number;
  readonly rows: number;
  readonly files: number;
  readonly blocks: number;
  /** Files whose bytes are not those of their name: left out. */
  readonly damaged: readonly string[];
}

/**
 * Seals what is ready, then saves one snapshot of the database and every file.
 * @throws `backup.file_exists`, `backup.file_unreachable`, `backup.disk_full`
 */
export async function makeBackup(options: BackupOptions): Promise<Backup> {
  const client = new pg.Client({ connectionString: options.ownerUrl, application_name: "iltizam backup" });
  await client.connect();
  try {
    return await saveAll(client, options);
  } finally {
    await client.end();
  }
}

async function saveAll(client: pg.Client, options: BackupOptions): Promise<Backup> {
  let saved: Manifest | undefined;
  const damaged: string[] = [];
  const bytes = await writeContainer(options.file, async (container) => {
    const head = { format: backupFormat, madeAt: options.now.toISOString() };
    await container.add(headName, jsonBytes(head));
    await sealEverything(client, options.now);
    await openSnapshot(client);
    saved = await saveSnapshot(client, container, options, damaged);
    await container.add(manifestName, jsonBytes(saved));
  });
  if (saved === undefined) throw new Error("the backup ended without its list of contents");
  return {
    bytes,
    rows: saved.tables.reduce((sum, table) => sum + table.rows, 0),
    files: saved.files.length,
    blocks: saved.lastBlock?.number ?? 0,
    damaged,
  };
}

/** One transaction that sees one moment; values are written so that any later version reads them alike. */
async function openSnapshot(client: pg.Client): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  await client.query(
    `select set_config('datestyle', 'ISO, YMD', true), set_config('timezone', 'UTC', true),
            set_config('intervalstyle', 'iso_8601', true), set_config('bytea_output', 'hex', true),
            set_config('extra_float_digits', '1', true), set_config('row_security', 'off', true)`,
  );
}

async function saveSnapshot(
  client: pg.Client,
  container: Container,
  options: BackupOptions,
  damaged: string[],
): Promise<Manifest> {
  const tables = await listTables(client);
  const block = await lastBlockOf(client);
  const hashes: string[] = [];
  for await (const hash of options.files.hashes()) hashes.push(hash);
  const total = (await countRows(client, tables)) + hashes.length;
  let done = 0;
  const tell = (more: number) => {
    done += more;
    options.tell?.(done, total);
  };
  const savedTables: SavedTable[] = [];
  for (const table of tables) savedTables.push(await saveTable(client, table, block, container, tell));
  const files = await saveFiles(options.files, hashes, container, damaged, tell);
  const migrations = await appliedMigrations(client);
  const { rows } = await client.query<{ version: string }>(
    "select current_setting('server_version') as version",
  );
  return {
    format: backupFormat,
    madeAt: options.now.toISOString(),
    timeZone: options.timeZone,
    postgres: rows[0]?.version ?? "",
    migrations,
    tables: savedTables,
    files,
    lastBlock: block === null ? null : { number: block.number, hash: block.hash },
  };
}

async function saveFiles(
  store: FileStore,
  hashes: readonly string[],
  container: Container,
  damaged: string[],
  tell: (more: number) => void,
): Promise<Manifest["files"]> {
  const saved: Manifest["files"] = [];
  for (const hash of hashes) {
    const content = await store.get(hash).catch(() => undefined);
    tell(1);
    if (content !== undefined && createHash("sha256").update(content).digest("hex") === hash) {
      await container.add(fileEntry(hash), content);
      saved.push({ sha256: hash, bytes: content.length });
    } else if (await store.has(hash)) {
      damaged.push(hash);
    }
    // Else it was erased since the list was read.
  }
  return saved;
}

async function appliedMigrations(client: pg.Client): Promise<Manifest["migrations"]> {
  const { rows } = await client.query<Manifest["migrations"][number]>(
    "select folder, name, hash as sha256 from migrations",
  );
  const order = new Map(listMigrations().map(({ folder, name }, place) => [`${folder}/${name}`, place]));
  const placeOf = ({ folder, name }: { folder: string; name: string }) => order.get(`${folder}/${name}`) ?? 0;
  return rows.sort((a, b) => placeOf(a) - placeOf(b));
}

async function countRows(client: pg.Client, tables: readonly DomainTable[]): Promise<number> {
  const counts = tables.map(({ name }) => `(select count(*) from ${quoted(name)})`);
  const { rows } = await client.query<{ total: string }>(`select (${counts.join(" + ")})::int as total`);
  return Number(rows[0]?.total ?? 0);
}

function jsonBytes(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 1)}\n`);
}
