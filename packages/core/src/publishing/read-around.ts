// What stands around the figures of an edition: the agreements as they were on a day, those who owe, declared and
// verified, what partners say, the words of the indicators, the regions.
import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { Days } from "./counts.ts";
import type { EditionAgreement, EditionPromise, Names } from "./model.ts";

const namesOf = (table: string) =>
  sql`json_build_object('fr', ${sql.ref(`${table}.name`)}, 'ar', ${sql.ref(`${table}.name_ar`)}, 'en', ${sql.ref(`${table}.name_en`)})`;
const placeNames = (table: string) =>
  sql`json_build_object('fr', ${sql.ref(`${table}.name_fr`)}, 'ar', ${sql.ref(`${table}.name_ar`)}, 'en', ${sql.ref(`${table}.name_en`)})`;

/** The agreements of a space by reference, in the state in which they were known to be on the day. */
export async function agreementsOn(
  db: Db,
  space: string,
  { asOf, knownOn, timeZone }: Days,
): Promise<Map<string, EditionAgreement>> {
  const known = endOfDay(knownOn, timeZone);
  const found = await rows(
    db,
    sql<EditionAgreement>`
      select a.reference, json_build_object('fr', a.title, 'ar', a.title_ar, 'en', a.title_en) as title, a.kind, a.type,
             s.to_state as state, s.reported,
             json_build_object('year', a.signed_year, 'month', a.signed_month, 'day', a.signed_day,
                               'weekday', a.signed_weekday) as signed,
             json_build_object('from', a.period_from, 'to', a.period_to) as period,
             case when t.id is not null then ${placeNames("t")} end as territory,
             case when o.id is not null then ${namesOf("o")} end as lead, coalesce(p.list, '[]') as parties
      from agreements a
      cross join lateral (
        select s.to_state, s.reported from agreement_states s
        where s.agreement_id = a.id and s.recorded_at < ${known}
          and coalesce(s.effective_on, (s.recorded_at at time zone ${timeZone})::date) <= ${asOf}::date
        order by s.recorded_at desc, s.id desc limit 1
      ) s
      left join territories t on t.id = a.territory_id
      left join organisations o on o.id = a.lead_organisation_id
      left join lateral (
        select json_agg(json_build_object('name', ${namesOf("g")}, 'role', r.role) order by g.reference, r.role) as list
        from agreement_parties r join organisations g on g.id = r.organisation_id where r.agreement_id = a.id
      ) p on true
      where a.space = ${space} and a.recorded_at < ${known}
      order by a.reference`,
  );
  return new Map(found.map((row) => [row.reference, row]));
}

/** What stands beside a promise. */
export interface Beside {
  readonly reference: string;
  readonly territory: Names | null;
  readonly region: string | null;
  readonly owner: Names | null;
  readonly declaredBy: Names[];
  readonly levels: number[];
  readonly matchedWith: string[];
  readonly comments: EditionPromise["comments"];
}

/** Of each promise who owes it, where it lies, who declared, how it was verified, and what partners say. */
export async function besidePromises(
  db: Db,
  promises: readonly string[],
  { asOf, knownOn, timeZone }: Days,
): Promise<Map<string, Beside>> {
  const known = endOfDay(knownOn, timeZone);
  const found = await rows(
    db,
    sql<Beside>`
      select a.reference || '/' || c.number as reference,
             case when t.id is not null then ${placeNames("t")} end as territory,
             (select r.scheme || ':' || r.code from territories r
              where r.id = any(territory_path(t.id)) and r.kind = 'region') as region,
             case when o.id is not null then ${namesOf("o")} end as owner,
             coalesce((select json_agg(${namesOf("g")} order by g.reference) from organisations g
                       where g.id = any(d.declarants)), '[]') as "declaredBy",
             coalesce(k.levels, '{}') as levels, coalesce(k.matched_with, '{}') as "matchedWith",
             coalesce(m.list, '[]') as comments
      from commitments c
      join agreements a on a.id = c.agreement_id
      left join territories t on t.id = coalesce(c.territory_id, a.territory_id)
      left join organisations o on o.id = c.owed_by
      left join edition_declarants(${promises}::uuid[], ${asOf}::date, ${known}) d on d.commitment_id = c.id
      left join edition_checks(${promises}::uuid[], ${asOf}::date, ${known}) k on k.commitment_id = c.id
      left join lateral (
        select json_agg(json_build_object('organisation', ${namesOf("g")}, 'text', l.text, 'language', l.language,
                 'on', (l.recorded_at at time zone ${timeZone})::date) order by l.recorded_at) as list
        from (select distinct on (x.organisation_id) x.* from promise_comments x
              where x.commitment_id = c.id and x.recorded_at < ${known}
              order by x.organisation_id, x.recorded_at desc) l
        join organisations g on g.id = l.organisation_id
      ) m on true
      where c.id = any(${promises}::uuid[])`,
  );
  return new Map(found.map((row) => [row.reference, row]));
}

export interface IndicatorWords {
  readonly code: string;
  readonly label: Names;
  readonly unit: string;
  readonly persons: boolean;
  readonly version: number;
  readonly definition: Names;
  readonly proofLevel: number;
}

/** The words of these indicators, with the definition that holds on the day. */
export function indicatorWords(db: Db, codes: readonly string[], asOf: string): Promise<IndicatorWords[]> {
  return rows(
    db,
    sql<IndicatorWords>`
      select i.code, json_build_object('fr', i.label_fr, 'ar', i.label_ar, 'en', i.label_en) as label, i.unit,
             i.subject = 'person' as persons, v.version,
             json_build_object('fr', v.definition_fr, 'ar', v.definition_ar, 'en', v.definition_en) as definition,
             v.proof_level as "proofLevel"
      from indicators i
      join indicator_versions v on v.indicator = i.code
       and v.version = coalesce(indicator_version_on(i.code, ${asOf}::date), 1)
      where i.code = any(${codes}::text[]) order by i.code`,
  );
}

/** The regions and foreign countries with these codes. */
export function regionNames(db: Db, space: string, codes: readonly string[]) {
  return rows(
    db,
    sql<{ code: string; name: Names }>`
      select t.scheme || ':' || t.code as code, ${placeNames("t")} as name from territories t
      where t.space = ${space} and t.scheme || ':' || t.code = any(${codes}::text[]) order by 1`,
  );
}

/** Of these documents, those that were published by others before us. */
export async function publishedDocuments(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      select id from documents where id = any(${ids}::uuid[]) and kind in ('press', 'press_release', 'speech')`,
  );
  return new Set(found.map(({ id }) => id));
}
