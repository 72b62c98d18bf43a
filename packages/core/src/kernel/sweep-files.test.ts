import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { rename } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase, withClient } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "./actor.ts";
import { type Context, createContext } from "./context.ts";
import { type OpenedDatabase, openDatabase } from "./database.ts";
import { folderFileStore } from "./files.ts";
import { sweepFiles } from "./sweep-files.ts";

let ctx: Context;
let opened: OpenedDatabase;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
const folder = mkdtempSync(join(tmpdir(), "iltizam-sweep-"));
const place = (hash: string) => join(folder, hash.slice(0, 2), hash);
const day = 24 * 3_600_000;
const tomorrow = () => Date.now() + day + 60_000;
beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.appUrl, { max: 4 });
  ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore(folder) });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const put = (text: string) => ctx.files.put(Buffer.from(text));
const all = async () => {
  const names: string[] = [];
  for await (const hash of ctx.files.hashes()) names.push(hash);
  return names.sort();
};
/** A row that names a file, as another act would write it. */
const name = (hash: string) =>
  withClient(database.ownerUrl, async (client) => {
    await client.query("begin; set local iltizam.actor = 'test'");
    await client.query(
      "insert into vault_files (hash, wrapped_key, key_number, recorded_at) values ($1, '', 1, now())",
      [hash],
    );
    await client.query("commit");
  });

test("a file that no row names goes after a day, one that a row names stays", async () => {
  const [left, named] = [await put("refused"), await put("recorded")];
  await name(named);
  expect(await sweepFiles(ctx)).toBe(0);
  expect(await all()).toEqual([left, named].sort());
  expect(await sweepFiles(ctx, tomorrow())).toBe(1);
  expect(await all()).toEqual([named]);
});

test("one that is kept again meanwhile stays", async () => {
  const hash = await put("old");
  utimesSync(place(hash), new Date(0), new Date(0));
  await put("old");
  expect(await sweepFiles(ctx)).toBe(0);
  expect(await ctx.files.has(hash)).toBe(true);
});

test("acts that keep old files while sweeps run find them all", async () => {
  const texts = Array.from({ length: 40 }, (_, n) => `file ${n}`);
  const hashes = await Promise.all(texts.map(put));
  for (const hash of hashes) utimesSync(place(hash), new Date(0), new Date(0));
  await Promise.all([
    ...texts.map(put),
    sweepFiles(ctx),
    sweepFiles(ctx),
    ...texts.map(put),
    sweepFiles(ctx),
  ]);
  const missing: string[] = [];
  for (const hash of hashes) if (!(await ctx.files.has(hash))) missing.push(hash);
  expect(missing).toEqual([]);
});

test("what a sweep had moved aside when it broke off is put back by the next one", async () => {
  const hash = await put("moved aside");
  await name(hash);
  await rename(place(hash), `${place(hash)}.leaving`);
  await sweepFiles(ctx);
  expect((await ctx.files.get(hash)).toString()).toBe("moved aside");
});

test("nobody but the installation asks which files are unnamed", async () => {
  const somebody = { ...ctx, actor: { ...systemActor, grants: [{ permissions: ["agreements.read"] }] } };
  await put("unnamed");
  await expect(sweepFiles(somebody, tomorrow())).rejects.toThrow(/does not see the whole/);
});

/** Columns of hashes of which none is a file of the store. */
const otherHashes = [
  ...["recorded_drafts.draft_hash", "recorded_drafts.review_hash", "passwords.hash", "migrations.hash"],
  "editions.hash",
  "papers.hash",
  "text_templates.hash",
  "text_versions.hash",
  // keys to money_papers.hash, which is said
  ...["movement_papers.hash", "tranche_documents.hash"],
];
test("every column that names files is said, or known to name none", async () => {
  const { said, columns } = await withClient(database.ownerUrl, async (client) => {
    const told = await client.query<{ at: string }>(
      "select of_table || '.' || of_column as at from file_columns()",
    );
    const there = await client.query<{ at: string }>(
      `select table_name || '.' || column_name as at from information_schema.columns c
       where table_schema = 'public' and data_type = 'text' and column_name ~ '(hash|file)$'
         and exists (select from pg_class where relname = table_name and relkind in ('r', 'p'))`,
    );
    return { said: told.rows.map(({ at }) => at), columns: there.rows.map(({ at }) => at) };
  });
  expect(columns.filter((at) => !said.includes(at) && !otherHashes.includes(at))).toEqual([]);
  expect(said).toHaveLength(11);
});
