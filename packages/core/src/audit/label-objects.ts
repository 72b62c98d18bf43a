// What objects are called, by one question for all of them.
import { sql } from "kysely";
import { type Db, isUuid, type Locale, rows } from "../kernel/index.ts";

/** The labels by id, in the reader's language where there is one; an id that no object of these kinds has is not in it. */
export async function labelObjects(
  db: Db,
  objects: readonly string[],
  lang: Locale,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(objects.filter(isUuid))];
  const found = await rows(
    db,
    sql<{ id: string; label: string }>`
      with asked as (select unnest(${ids}::uuid[]) as id)
      select a.id::text, a.reference as label from agreements a join asked using (id)
      union all select c.id::text, a.reference || '/' || c.number
                from commitments c join asked on asked.id = c.id join agreements a on a.id = c.agreement_id
      union all select m.id::text, a.reference || '/M' || m.number
                from contributions m join asked on asked.id = m.id join agreements a on a.id = m.agreement_id
      union all select o.id::text, ${inLanguage("o", lang)} from organisations o join asked using (id)
      union all select p.id::text, p.name_at_signature from agreement_parties p join asked using (id)
      union all select e.id::text, coalesce(${inLanguage("e", lang)}, e.reference)
                from events e join asked using (id)
      union all select k.id::text, k.name from committees k join asked using (id)
      union all select d.id::text, d.reference from diagnoses d join asked using (id)
      union all select d.id::text, d.title from documents d join asked using (id)
      union all select t.id::text, coalesce(${sql.ref(`t.name_${lang}`)}, t.name_fr) from territories t join asked using (id)
      union all select f.id::text, a.reference || '/' || c.number || ', ' || f.fact_date
                from facts f join asked on asked.id = f.id join commitments c on c.id = f.commitment_id
                join agreements a on a.id = c.agreement_id
      union all select d.id::text, a.reference || '/' || c.number
                from declarations d join asked on asked.id = d.id join commitments c on c.id = d.commitment_id
                join agreements a on a.id = c.agreement_id`,
  );
  return new Map(found.map(({ id, label }) => [id, label]));
}

function inLanguage(alias: string, lang: Locale) {
  const name = sql.ref(`${alias}.name`);
  return lang === "fr" ? name : sql`coalesce(${sql.ref(`${alias}.name_${lang}`)}, ${name})`;
}

/** The end of an id tells two apart, and its beginning, which holds the time, does not. */
export function shortId(id: string): string {
  return isUuid(id) ? `…${id.slice(-8)}` : id;
}
