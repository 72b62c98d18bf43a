// What a rotation writes, batch by batch: documents get a second row under the next generation, persons and boxes get
// their data key wrapped anew, and when the next generation is current the older rows go.
import { sql } from "kysely";
import { type Context, type Db, type KeyGeneration, nameActor, onlyRow, rows } from "../kernel/index.ts";
import { sealAnew } from "./document.ts";
import { personalFile } from "./personal-files.ts";
import { rewrap } from "./seal-fields.ts";

export interface Turn {
  readonly from: KeyGeneration & { readonly number: number };
  readonly to: KeyGeneration & { readonly number: number };
}

/** How far a walk over a table has come; undefined at its beginning. */
type Place<Key> = Key | undefined;

/** One batch in a transaction of its own; gives where the next one begins, or undefined at the end. */
export type Batch<Key> = (
  tx: Db,
  turn: Turn,
  after: Place<Key>,
) => Promise<{ next: Place<Key>; done: number }>;

const batchRows = 2_000;

/** Runs a batch after the other, each kept as soon as it is done; gives how many rows were written. */
export async function walk<Key>(
  ctx: Context,
  turn: Turn,
  batch: Batch<Key>,
  tell: (done: number) => void,
): Promise<number> {
  let after: Place<Key>;
  let total = 0;
  do {
    const { next, done } = await ctx.db.transaction().execute(async (tx) => {
      await nameActor(tx, ctx.actor, "people.rotate_keys");
      return batch(tx, turn, after);
    });
    after = next;
    total += done;
    tell(done);
  } while (after !== undefined);
  return total;
}

interface DocumentRow {
  readonly hash: Buffer;
  readonly space: string;
  readonly sealed: Buffer;
}
export interface DocumentKey {
  readonly hash: Buffer;
  readonly space: string;
}

const firstHash = Buffer.alloc(0);

/** Documents that have no row under the next generation yet get one. */
export const hashAnew: Batch<DocumentKey> = async (tx, { from, to }, after) => {
  const found = await rows(
    tx,
    sql<DocumentRow>`
      select document_hash as hash, space, sealed from vault_documents o
      where key_number = ${from.number} and (document_hash, space) > (${after?.hash ?? firstHash}, ${after?.space ?? ""})
        and not exists (select from vault_documents n where n.replaces = o.document_hash and n.space = o.space)
      order by document_hash, space limit ${batchRows}`,
  );
  const anew = found.map((row) => sealAnew(from, to, row));
  await sql`
    insert into vault_documents (document_hash, space, key_number, subject_id, sealed, replaces, recorded_at)
    select a.hash, o.space, ${to.number}, o.subject_id, a.sealed, o.document_hash, o.recorded_at
    from unnest(${found.map(({ hash }) => hash)}::bytea[], ${found.map(({ space }) => space)}::text[],
                ${anew.map(({ hash }) => hash)}::bytea[], ${anew.map(({ sealed }) => sealed)}::bytea[])
         a (older, space, hash, sealed)
    join vault_documents o on o.document_hash = a.older and o.space = a.space
    on conflict do nothing`.execute(tx);
  return { next: lastOf(found), done: found.length };
};

/** The rows under the older generation go, and nothing in the new ones points back to them. */
export const forgetOlder: Batch<DocumentKey> = async (tx, { from }, after) => {
  const gone = await rows(
    tx,
    sql<DocumentKey>`
      with older as materialized (
        select document_hash, space from vault_documents
        where key_number = ${from.number} and (document_hash, space) > (${after?.hash ?? firstHash}, ${after?.space ?? ""})
        order by document_hash, space limit ${batchRows}
      ),
      forgotten as (
        update vault_documents n set replaces = null from older o
        where n.replaces = o.document_hash and n.space = o.space
      ),
      removed as (
        delete from vault_documents d using older o where d.document_hash = o.document_hash and d.space = o.space
      )
      select document_hash as hash, space from older order by document_hash, space`,
  );
  return { next: lastOf(gone), done: gone.length };
};

function lastOf<Row>(found: readonly Row[]): Row | undefined {
  return found.length < batchRows ? undefined : found.at(-1);
}

interface WrappedRow {
  readonly id: string;
  readonly wrapped: Buffer;
}

/** The data keys of a table, wrapped under the next generation; what is encrypted with them stays as it is. */
function wrapAnew(table: "vault_persons" | "vault_boxes" | "vault_files", id: string, type: "uuid" | "text") {
  const [name, key, as] = [sql.table(table), sql.ref(id), sql.raw(type)];
  const first = type === "uuid" ? "00000000-0000-0000-0000-000000000000" : "";
  const boundTo = (row: string) => (type === "uuid" ? row : personalFile);
  const batch: Batch<string> = async (tx, { from, to }, after) => {
    const found = await rows(
      tx,
      sql<WrappedRow>`
        select ${key} as id, wrapped_key as wrapped from ${name}
        where key_number = ${from.number} and ${key} > ${after ?? first}::${as}
        order by ${key} limit ${batchRows}`,
    );
    const anew = found.map((row) => rewrap(from, to, boundTo(row.id), row.wrapped));
    await sql`
      update ${name} t set wrapped_key = a.wrapped, key_number = ${to.number}
      from unnest(${found.map((row) => row.id)}::${as}[], ${anew}::bytea[]) a (id, wrapped)
      where t.${key} = a.id and t.key_number = ${from.number}`.execute(tx);
    return { next: lastOf(found)?.id, done: found.length };
  };
  return batch;
}

/** Persons, boxes and files, each a walk of its own. */
export const wrapAllAnew = [
  wrapAnew("vault_persons", "subject_id", "uuid"),
  wrapAnew("vault_boxes", "id", "uuid"),
  wrapAnew("vault_files", "hash", "text"),
];

/** What lies under a generation. */
export function countUnder(db: Db, number: number): Promise<{ documents: number; wrapped: number }> {
  return onlyRow(
    db,
    sql<{ documents: number; wrapped: number }>`
      select (select count(*) from vault_documents where key_number = ${number}) as documents,
             (select count(*) from vault_persons where key_number = ${number})
             + (select count(*) from vault_boxes where key_number = ${number})
             + (select count(*) from vault_files where key_number = ${number}) as wrapped`,
  );
}
