// Writes to the tables of sources, set-wise, and the checks that need the database.
import { sql } from "kysely";
import { type Db, firstRow, isUuid, rows, type Space } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";
import type { AssertedValue, DocumentKind } from "./model.ts";

export interface DocumentRow {
  readonly id: string;
  readonly space: Space;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly publisher: string | null;
  readonly language: "fr" | "ar" | "en";
  readonly address: string | null;
  readonly published_year: number | null;
  readonly published_month: number | null;
  readonly published_day: number | null;
  readonly file_hash: string;
  readonly content: string;
}

const documentColumns = sql.raw(
  `id, space, kind, title, publisher, language, address, published_year, published_month, published_day, file_hash,
   content`,
);

/** @throws `sources.document_unknown` */
export async function documentOf(db: Db, id: string): Promise<DocumentRow> {
  const query = sql<DocumentRow>`select ${documentColumns} from documents where id = ${id}`;
  const found = isUuid(id) ? await firstRow(db, query) : undefined;
  if (found === undefined) throw sourceErrors.document_unknown({ document: id });
  return found;
}

/** @throws `sources.document_unknown` when the space has no such document. */
export async function requireDocument(db: Db, space: Space, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await firstRow(db, sql`select 1 from documents where id = ${id} and space = ${space}`);
  if (found === undefined) throw sourceErrors.document_unknown({ document: id });
}

/** The document that keeps this file in the space, if there is one. */
export function documentByHash(db: Db, space: Space, hash: string): Promise<{ id: string } | undefined> {
  return firstRow(
    db,
    sql<{ id: string }>`select id from documents where space = ${space} and file_hash = ${hash}`,
  );
}

/** False when the space keeps this file already. */
export async function insertDocument(tx: Db, row: DocumentRow & { recorded_at: Date }): Promise<boolean> {
  const written = await rows(
    tx,
    sql`
      insert into documents (${documentColumns}, recorded_at)
      values (${row.id}, ${row.space}, ${row.kind}, ${row.title}, ${row.publisher}, ${row.language}, ${row.address},
              ${row.published_year}, ${row.published_month}, ${row.published_day}, ${row.file_hash}, ${row.content},
              ${row.recorded_at})
      on conflict (space, file_hash) do nothing
      returning id`,
  );
  return written.length === 1;
}

export interface PassageRow {
  readonly id: string;
  readonly document_id: string;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly page: number | null;
  readonly content: string;
}

/** Writes the passages that the document does not have yet; returns the ids of all, in the order given. */
export async function insertPassages(tx: Db, given: readonly PassageRow[]): Promise<string[]> {
  await sql`
    insert into passages (id, document_id, start_offset, end_offset, page, content)
    select * from unnest(
      ${given.map((row) => row.id)}::uuid[], ${given.map((row) => row.document_id)}::uuid[],
      ${given.map((row) => row.start_offset)}::int[], ${given.map((row) => row.end_offset)}::int[],
      ${given.map((row) => row.page)}::int[], ${given.map((row) => row.content)}::text[])
    on conflict do nothing`.execute(tx);
  const kept = await rows(
    tx,
    sql<{ id: string }>`
      select p.id
      from unnest(${given.map((row) => row.document_id)}::uuid[], ${given.map((row) => row.start_offset)}::int[],
                  ${given.map((row) => row.end_offset)}::int[])
           with ordinality as wanted (document_id, start_offset, end_offset, n)
      join passages p using (document_id, start_offset, end_offset)
      order by wanted.n`,
  );
  return kept.map((row) => row.id);
}

export type AssertionRow = AssertedValue & { readonly id: string; readonly space: Space };

/** Writes assertions as they are given, in one statement. */
export async function insertAssertions(
  tx: Db,
  given: readonly AssertionRow[],
  recordedAt: Date,
): Promise<void> {
  const column = <T>(pick: (row: AssertionRow) => T) => given.map(pick);
  await sql`
    insert into assertions (id, space, document_id, passage_id, topic, said_by, said_by_text, quantity, currency, unit,
                            indicator, qualifier, text_value, date_year, date_month, date_day, date_weekday,
                            populations, territory_id, how, why, recorded_at)
    select id, space, document_id, passage_id, topic, said_by, said_by_text, quantity, currency, unit, indicator,
           qualifier, text_value, date_year, date_month, date_day, date_weekday,
           array(select jsonb_array_elements_text(populations)), territory_id, how, why, ${recordedAt}
    from unnest(
      ${column((row) => row.id)}::uuid[], ${column((row) => row.space)}::text[],
      ${column((row) => row.documentId)}::uuid[], ${column((row) => row.passageId)}::uuid[],
      ${column((row) => row.topic)}::text[], ${column((row) => row.saidBy ?? null)}::uuid[],
      ${column((row) => row.saidByText ?? null)}::text[], ${column((row) => row.quantity ?? null)}::numeric[],
      ${column((row) => row.currency ?? null)}::text[], ${column((row) => row.unit ?? null)}::text[],
      ${column((row) => row.indicator ?? null)}::text[], ${column((row) => row.qualifier ?? null)}::text[],
      ${column((row) => row.text ?? null)}::text[], ${column((row) => row.date?.year ?? null)}::smallint[],
      ${column((row) => row.date?.month ?? null)}::smallint[], ${column((row) => row.date?.day ?? null)}::smallint[],
      ${column((row) => row.date?.weekday ?? null)}::smallint[],
      ${column((row) => JSON.stringify(row.populations))}::jsonb[],
      ${column((row) => row.territoryId ?? null)}::uuid[], ${column((row) => row.how)}::text[],
      ${column((row) => row.why ?? null)}::text[])
      as given (id, space, document_id, passage_id, topic, said_by, said_by_text, quantity, currency, unit, indicator,
                qualifier, text_value, date_year, date_month, date_day, date_weekday, populations, territory_id, how,
                why)`.execute(tx);
}

/** @throws `sources.assertion_unknown` when the space has no such assertion. */
export async function requireAssertions(db: Db, space: Space, ids: readonly string[]): Promise<void> {
  const [missing] = await rows(
    db,
    sql<{ id: string }>`
      select id from unnest(${ids}::uuid[]) as wanted (id)
      where not exists (select from assertions a where a.id = wanted.id and a.space = ${space})`,
  );
  if (missing) throw sourceErrors.assertion_unknown({ assertion: missing.id, space });
}
