// The rows and files of a checked backup, into a database that has its tables and nothing in them: all, or nothing.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { FileStore } from "@iltizam/core/kernel";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { backupErrors } from "./errors.ts";
import type { Manifest, Part, SavedTable } from "./format.ts";
import { listTables, quoted } from "./list-tables.ts";
import { type CheckedContainer, eachEntry, type Tell, wholeOf } from "./read-container.ts";
import { dropForeignKeys, makeForeignKeys, stopTriggers, wakeTriggers } from "./set-aside.ts";

const decompress = promisify(gunzip);

export interface LoadOptions {
  readonly file: string;
  readonly checked: CheckedContainer;
  readonly files: FileStore;
  readonly tell: Tell;
}

/** @throws `backup.altered` when a part is not what the list of contents says */
export async function loadEverything(client: pg.ClientBase, options: LoadOptions): Promise<void> {
  await client.query("begin");
  try {
    await client.query(
      `select set_config('iltizam.actor', 'restore', true), set_config('datestyle', 'ISO, YMD', true),
              set_config('timezone', 'UTC', true), set_config('intervalstyle', 'iso_8601', true),
              set_config('row_security', 'off', true)`,
    );
    const triggers = await stopTriggers(client);
    const keys = await dropForeignKeys(client);
    await client.query(`truncate ${await tableList(client)}`);
    await loadEntries(client, options);
    await makeForeignKeys(client, keys);
    await wakeTriggers(client, triggers);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
  await client.query(`analyze ${await tableList(client)}`);
}

async function tableList(client: pg.ClientBase): Promise<string> {
  return (await listTables(client)).map(({ name }) => quoted(name)).join(", ");
}

async function loadEntries(
  client: pg.ClientBase,
  { file, checked, files, tell }: LoadOptions,
): Promise<void> {
  const parts = partsByName(checked.manifest);
  const wanted = new Set(checked.manifest.files.map(({ sha256 }) => sha256));
  const read = async (name: string, body: AsyncIterable<Buffer>) => {
    const known = parts.get(name);
    if (known !== undefined) {
      await loadPart(client, known.table, known.part, await wholeOf(body), file);
      parts.delete(name);
    } else if (name.startsWith("files/")) {
      wanted.delete(await files.put(await wholeOf(body)));
    }
  };
  await eachEntry(file, checked.bytes, read, (_, done) => tell(done, checked.bytes));
  if (parts.size > 0 || wanted.size > 0) throw backupErrors.altered({ file });
}

function partsByName({ tables }: Manifest): Map<string, { table: SavedTable; part: Part }> {
  return new Map(tables.flatMap((table) => table.parts.map((part) => [part.name, { table, part }] as const)));
}

async function loadPart(
  client: pg.ClientBase,
  table: SavedTable,
  part: Part,
  content: Buffer,
  file: string,
): Promise<void> {
  if (createHash("sha256").update(content).digest("hex") !== part.sha256)
    throw backupErrors.altered({ file });
  const columns = table.columns.map(quoted).join(", ");
  const stream = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
  await pipeline(Readable.from([await decompress(content)]), stream);
  if (stream.rowCount !== part.rows) throw backupErrors.altered({ file });
}
