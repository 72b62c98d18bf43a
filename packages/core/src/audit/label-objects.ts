// What the objects of a page of entries are called, by one question for all of them.
import { sql } from "kysely";
import { type Db, isUuid, rows } from "../kernel/index.ts";

export interface Named {
  readonly kind: string;
  readonly id: string;
}

const keyOf = ({ kind, id }: Named) => `${kind} ${id}`;

/** The labels by kind and id; an object that has none goes by its id. */
export async function labelObjects(db: Db, objects: readonly Named[]): Promise<(object: Named) => string> {
  const ids = [...new Set(objects.map(({ id }) => id).filter(isUuid))];
  const found = await rows(
    db,
    sql<{ kind: string; id: string; label: string }>`
      with asked as (select unnest(${ids}::uuid[]) as id)
      select 'agreement' as kind, a.id::text, a.reference as label from agreements a join asked using (id)
      union all select 'commitment', c.id::text, a.reference || '/' || c.number
                from commitments c join asked on asked.id = c.id join agreements a on a.id = c.agreement_id
      union all select 'contribution', m.id::text, a.reference || '/M' || m.number
                from contributions m join asked on asked.id = m.id join agreements a on a.id = m.agreement_id
      union all select 'organisation', o.id::text, o.name from organisations o join asked using (id)
      union all select 'event', e.id::text, coalesce(e.name, e.reference) from events e join asked using (id)
      union all select 'diagnosis', d.id::text, d.reference from diagnoses d join asked using (id)
      union all select 'document', d.id::text, d.title from documents d join asked using (id)
      union all select 'territory', t.id::text, t.name_fr from territories t join asked using (id)
      union all select 'fact', f.id::text, a.reference || '/' || c.number || ', ' || f.fact_date
                from facts f join asked on asked.id = f.id join commitments c on c.id = f.commitment_id
                join agreements a on a.id = c.agreement_id
      union all select 'declaration', d.id::text, a.reference || '/' || c.number
                from declarations d join asked on asked.id = d.id join commitments c on c.id = d.commitment_id
                join agreements a on a.id = c.agreement_id`,
  );
  const labels = new Map(found.map(({ label, ...object }) => [keyOf(object), label]));
  return (object) => labels.get(keyOf(object)) ?? shortId(object.id);
}

/** The end of an id tells two apart, and its beginning, which holds the time, does not. */
function shortId(id: string): string {
  return isUuid(id) ? `…${id.slice(-8)}` : id;
}
