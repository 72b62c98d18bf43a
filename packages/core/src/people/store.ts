// Writes to the vault's tables.
import { sql } from "kysely";
import { type Db, firstRow, onlyRow, rows, type Space } from "../kernel/index.ts";

export interface VaultRow {
  readonly subject_id: string;
  readonly wrapped_key: Buffer;
  readonly key_number: number;
  readonly fields: Buffer;
  readonly revision: number;
}

/** The subject of a document (`sealedDocument`), made when nobody has it yet. */
export async function subjectOf(
  tx: Db,
  given: { document: Buffer; space: Space; keyNumber: number; newId: string; at: Date },
): Promise<string> {
  const { document, space, keyNumber, newId, at } = given;
  const row = await onlyRow(
    tx,
    sql<{ id: string }>`
      select subject_of_document(${document}, ${space}, ${keyNumber}::smallint, ${newId}::uuid, ${at}) as id`,
  );
  return row.id;
}

/** The subjects of many documents, one for each, in the order given; new ones are made set-wise. */
export async function subjectsOf(
  tx: Db,
  given: { documents: readonly Buffer[]; space: Space; keyNumber: number; at: Date },
): Promise<string[]> {
  const { documents, space, keyNumber, at } = given;
  const found = await rows(
    tx,
    sql<{ id: string }>`
      with made as materialized (
        select * from subjects_of_documents(${documents}::bytea[], ${space}, ${keyNumber}::smallint, ${at})
      )
      select made.subject_id as id
      from unnest(${documents}::bytea[]) with ordinality given (document, place)
      join made on made.document_hash = given.document order by given.place`,
  );
  return found.map((row) => row.id);
}

/** By the hashes of one document under the generations of keys. */
export function findSubject(
  tx: Db,
  hashes: readonly Buffer[],
  space: Space,
): Promise<{ id: string } | undefined> {
  return firstRow(
    tx,
    sql<{ id: string }>`
      select subject_id as id from vault_documents where document_hash = any(${hashes}::bytea[]) and space = ${space} limit 1`,
  );
}

export function readVault(tx: Db, subject: string): Promise<VaultRow | undefined> {
  return firstRow(tx, sql<VaultRow>`select * from vault_persons where subject_id = ${subject}`);
}

export async function insertVault(
  tx: Db,
  row: Omit<VaultRow, "revision"> & { readonly has_contact: boolean },
  at: Date,
): Promise<boolean> {
  const inserted = await rows(
    tx,
    sql<{ id: string }>`
      insert into vault_persons (subject_id, wrapped_key, key_number, fields, has_contact, recorded_at)
      values (${row.subject_id}, ${row.wrapped_key}, ${row.key_number}, ${row.fields}, ${row.has_contact}, ${at})
      on conflict (subject_id) do nothing returning subject_id as id`,
  );
  return inserted.length === 1;
}

export async function updateFields(
  tx: Db,
  subject: string,
  fields: Buffer,
  hasContact: boolean,
): Promise<void> {
  await sql`update vault_persons set fields = ${fields}, has_contact = ${hasContact}, revision = revision + 1
            where subject_id = ${subject}`.execute(tx);
}

/** Destroys everything that names these persons: their documents' hashes, their fields and the keys that open them. */
export async function destroyPersons(tx: Db, subjects: readonly string[]): Promise<void> {
  await sql`delete from vault_documents where subject_id = any(${subjects}::uuid[])`.execute(tx);
  await sql`delete from vault_persons where subject_id = any(${subjects}::uuid[])`.execute(tx);
  await sql`delete from vault_boxes where subject_id = any(${subjects}::uuid[])`.execute(tx);
}

export interface Erasure {
  readonly subject: string;
  readonly decidedOn: string;
  /** The day by which the law wants it done. */
  readonly deadline: string;
  readonly reason: string;
}

/** Keeps the decisions; returns the subjects that were not erased before. */
export async function insertErasures(
  tx: Db,
  erasures: readonly Erasure[],
  recorded: { by: string; at: Date; ids: readonly string[] },
): Promise<string[]> {
  const column = (name: keyof Erasure) => erasures.map((erasure) => erasure[name]);
  const inserted = await rows(
    tx,
    sql<{ subject: string }>`
      insert into erasures (id, subject_id, decided_on, deadline, reason, recorded_by, recorded_at)
      select id, subject, decided, deadline, reason, ${recorded.by}, ${recorded.at}
      from unnest(${recorded.ids}::uuid[], ${column("subject")}::uuid[], ${column("decidedOn")}::date[],
                  ${column("deadline")}::date[], ${column("reason")}::text[])
           given (id, subject, decided, deadline, reason)
      on conflict (subject_id) do nothing returning subject_id as subject`,
  );
  return inserted.map((row) => row.subject);
}
