// The names that come with a file: sealed for the subjects of their documents, set-wise, each with a key of her own.
import { sql } from "kysely";
import { type Context, type Db, dbOf, rows, type Space } from "../kernel/index.ts";
import { type Document, documentHash } from "./document.ts";
import { hasContact, type PersonFields } from "./model.ts";
import { newDataKey, sealValue } from "./seal-fields.ts";

export interface NamedPerson {
  readonly document: Document;
  readonly fields: PersonFields;
}

/**
 * Seals the fields of persons whose document has a subject and of whom the vault holds nothing yet; the others stay as
 * they are. The calling act journals. Returns how many were sealed. @throws `people.keys_missing`
 */
export async function sealPersons(
  ctx: Context,
  space: Space,
  persons: readonly NamedPerson[],
): Promise<number> {
  const tx = dbOf(ctx);
  const byHash = new Map(
    persons.map((person) => [documentHash(ctx.keys, person.document).toString("hex"), person]),
  );
  const unnamed = await unnamedSubjects(tx, space, [...byHash.keys()]);
  const sealed = unnamed.flatMap(({ hash, subject }) => {
    const person = byHash.get(hash);
    if (person === undefined) return [];
    const { dataKey, wrapped, number } = newDataKey(ctx.keys, subject);
    const fields = sealValue(dataKey, subject, person.fields);
    return [{ subject, wrapped, number, fields, contact: hasContact(person.fields) }];
  });
  await sql`
    insert into vault_persons (subject_id, wrapped_key, key_number, fields, has_contact, recorded_at)
    select subject, decode(wrapped, 'base64'), number, decode(fields, 'base64'), contact, ${ctx.clock.now()}
    from unnest(${sealed.map(({ subject }) => subject)}::uuid[],
                ${sealed.map(({ wrapped }) => wrapped.toString("base64"))}::text[],
                ${sealed.map(({ number }) => number)}::smallint[],
                ${sealed.map(({ fields }) => fields.toString("base64"))}::text[],
                ${sealed.map(({ contact }) => contact)}::boolean[]) s (subject, wrapped, number, fields, contact)
    on conflict (subject_id) do nothing`.execute(tx);
  return sealed.length;
}

function unnamedSubjects(tx: Db, space: Space, hashes: readonly string[]) {
  return rows(
    tx,
    sql<{ hash: string; subject: string }>`
      select encode(d.document_hash, 'hex') as hash, d.subject_id as subject
      from unnest(${hashes}::text[]) h (hash)
      join vault_documents d on d.document_hash = decode(h.hash, 'hex') and d.space = ${space}
      where not exists (select 1 from vault_persons v where v.subject_id = d.subject_id)`,
  );
}
