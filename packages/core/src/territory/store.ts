// Writes to the register's tables, set-wise: one statement a table, however many rows.
import { sql } from "kysely";
import { type Db, firstRow, type PlainDate, rows, type Space } from "../kernel/index.ts";
import { comparable } from "./model.ts";
import type { RegisterRow, StatisticRow } from "./register.ts";

/** A register row with its identifier and its parent's. */
export interface StoredRow extends Omit<RegisterRow, "parent"> {
  readonly id: string;
  readonly parentId: string | null;
}

export interface KnownTerritory {
  readonly id: string;
  readonly scheme: string;
  readonly code: string;
}

export function readKnown(tx: Db, space: Space): Promise<KnownTerritory[]> {
  return rows(tx, sql<KnownTerritory>`select id, scheme, code from territories where space = ${space}`);
}

/** Adds what is new, changes what differs; returns one row for each that was written. */
export function upsertTerritories(
  tx: Db,
  space: Space,
  territories: readonly StoredRow[],
): Promise<{ id: string; added: boolean }[]> {
  return rows(
    tx,
    sql<{ id: string; added: boolean }>`
      insert into territories as t (id, space, scheme, code, kind, parent_id, name_fr, name_ar, name_en, name_zgh,
                                    type, seat_code, ar_reviewed)
      select id, ${space}, scheme, code, kind, "parentId", fr, ar, en, zgh, type, seat, "arReviewed"
      from jsonb_to_recordset(${JSON.stringify(territories)}::jsonb) as given
        (id uuid, scheme text, code text, kind text, "parentId" uuid, fr text, ar text, en text, zgh text,
         type text, seat text, "arReviewed" boolean)
      on conflict (space, scheme, code) do update
        set parent_id = excluded.parent_id, name_fr = excluded.name_fr, name_ar = excluded.name_ar,
            name_en = excluded.name_en, name_zgh = excluded.name_zgh, type = excluded.type,
            seat_code = excluded.seat_code, ar_reviewed = excluded.ar_reviewed
        where (t.parent_id, t.name_fr, t.name_ar, t.name_en, t.name_zgh, t.type, t.seat_code, t.ar_reviewed)
              is distinct from
              (excluded.parent_id, excluded.name_fr, excluded.name_ar, excluded.name_en, excluded.name_zgh,
               excluded.type, excluded.seat_code, excluded.ar_reviewed)
      returning new.id, old.id is null as added`,
  );
}

interface NameRow {
  readonly id: string;
  readonly language: string;
  readonly name: string;
}

/** The official names of a territory, one a language. */
export function officialNames(territory: StoredRow): NameRow[] {
  const { id, fr, ar, en, zgh } = territory;
  return Object.entries({ fr, ar, en, zgh }).flatMap(([language, name]) =>
    name === null ? [] : [{ id, language, name }],
  );
}

const withComparable = (names: readonly NameRow[]) =>
  JSON.stringify(names.map((row) => ({ ...row, ...comparable(row.name) })));

/**
 * Makes these the official names from `day` on: a name that differs is closed on the day before and stays in the
 * history; a first name has no beginning, because the register does not say since when it holds.
 */
export async function renameTerritories(tx: Db, names: readonly NameRow[], day: PlainDate): Promise<number> {
  const given = withComparable(names);
  const closed = await rows(
    tx,
    sql<{ id: string }>`
      update territory_names n set valid_to = ${day}::date - 1
      from jsonb_to_recordset(${given}::jsonb) as given (id uuid, language text, name text)
      where n.territory_id = given.id and n.language = given.language and n.kind = 'official'
        and n.valid_to is null and n.name <> given.name
      returning n.territory_id as id`,
  );
  await sql`
    insert into territory_names (territory_id, name, folded, consonants, language, kind, valid_from)
    select given.id, given.name, given.folded, given.consonants, given.language, 'official',
           (select max(n.valid_to) + 1 from territory_names n
            where n.territory_id = given.id and n.language = given.language and n.kind = 'official')
    from jsonb_to_recordset(${given}::jsonb) as given
      (id uuid, language text, name text, folded text, consonants text)
    where not exists (select from territory_names n
                      where n.territory_id = given.id and n.language = given.language and n.kind = 'official'
                        and n.valid_to is null)`.execute(tx);
  return closed.length;
}

/** A present official name that would change although it holds only from `day` or later; undefined when there is none. */
export async function nameHoldingFrom(
  tx: Db,
  names: readonly NameRow[],
  day: PlainDate,
): Promise<{ name: string; from: PlainDate } | undefined> {
  return firstRow(
    tx,
    sql<{ name: string; from: PlainDate }>`
      select n.name, n.valid_from as from
      from territory_names n
      join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as given (id uuid, language text, name text)
        on n.territory_id = given.id and n.language = given.language
      where n.kind = 'official' and n.valid_to is null and n.name <> given.name and n.valid_from >= ${day}::date
      order by n.valid_from desc limit 1`,
  );
}

/** Other spellings; one that is already known in that language is left as it is. */
export async function addSpellings(tx: Db, names: readonly NameRow[]): Promise<void> {
  await sql`
    insert into territory_names (territory_id, name, folded, consonants, language, kind)
    select distinct given.id, given.name, given.folded, given.consonants, given.language, 'spelling'
    from jsonb_to_recordset(${withComparable(names)}::jsonb) as given
      (id uuid, language text, name text, folded text, consonants text)
    where not exists (select from territory_names n
                      where n.territory_id = given.id and n.language = given.language and n.name = given.name)`.execute(
    tx,
  );
}

/** Figures of territories, by the codes of their own scheme; a figure that differs is corrected. */
export async function upsertStatistics(
  tx: Db,
  space: Space,
  statistics: readonly StatisticRow[],
): Promise<void> {
  await sql`
    insert into territory_statistics as s (territory_id, measure, method, year, sex, milieu, value, source)
    select t.id, given.measure, given.method, given.year, given.sex, given.milieu, given.value, given.source
    from jsonb_to_recordset(${JSON.stringify(statistics)}::jsonb) as given
      (scheme text, code text, measure text, method text, year smallint, sex text, milieu text, value numeric,
       source text)
    join territories t on t.space = ${space} and t.scheme = given.scheme and t.code = given.code
    on conflict (territory_id, measure, method, year, sex, milieu) do update
      set value = excluded.value, source = excluded.source
      where (s.value, s.source) is distinct from (excluded.value, excluded.source)`.execute(tx);
}
