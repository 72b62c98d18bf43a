// Files that may name somebody (a contract, a payroll extract) lie encrypted in the file store, each under a key of its
// own. A file goes by the hash of what the store holds: so a backup and the seals of the ledger check it without keys.
import { sql } from "kysely";
import { type ActContext, type Context, type Db, dbOf, firstRow } from "../kernel/index.ts";
import { holdKeys } from "./hold-keys.ts";
import { dataKeyOf } from "./open-person.ts";
import { newDataKey, openBytes, sealBytes } from "./seal-fields.ts";

/** What the key of every file is bound to. */
export const personalFile = "personal file";
const bound = personalFile;

/** Keeps the bytes encrypted; gives the hash by which a fact or a declaration names the file. @throws `people.keys_missing` */
export async function keepPersonalFile(ctx: ActContext, bytes: Buffer): Promise<string> {
  await holdKeys(ctx);
  const { dataKey, wrapped, number } = newDataKey(ctx.keys, bound);
  const hash = await ctx.files.put(sealBytes(dataKey, bytes, bound));
  await sql`
    insert into vault_files (hash, wrapped_key, key_number, recorded_at)
    values (${hash}, ${wrapped}, ${number}, ${ctx.clock.now()})`.execute(ctx.tx);
  return hash;
}

/** The bytes of a file, opened if it was kept encrypted. @throws `kernel.file_unknown`, `people.keys_missing` */
export async function openPersonalFile(ctx: Context, hash: string): Promise<Buffer> {
  const bytes = await ctx.files.get(hash);
  const key = await firstRow(
    dbOf(ctx),
    sql<{ wrapped: Buffer; number: number }>`
      select wrapped_key as wrapped, key_number as number from vault_files where hash = ${hash}`,
  );
  return key === undefined ? bytes : openBytes(await dataKeyOf(ctx, bound, key), bytes, bound);
}

/** Destroys the keys of files that are erased: copies of them elsewhere open no more. */
export async function forgetFiles({ tx }: { readonly tx: Db }, hashes: readonly string[]): Promise<void> {
  await sql`delete from vault_files where hash = any(${hashes}::text[])`.execute(tx);
}
