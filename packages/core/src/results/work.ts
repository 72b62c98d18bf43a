// Results that somebody else has to look at, and numbers that partners declared.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

const about = sql.raw("a.reference, a.title, a.title_ar, a.title_en");

export const work: readonly WorkQuestion[] = [
  {
    // counted from the kept totals: subjects that stand at E1 where the indicator asks for more
    name: "results.verify",
    permission: "results.verify",
    rows: ({ mine, space }) => sql`
      select ${"results.work.verify"}::text, jsonb_build_object('count', sum(t.total)), 'waiting', 'verify ' || a.id,
             ${about}, null, null, '/results/waiting?agreement=' || a.reference
      from (select distinct m.agreement_id from ${mine} m where m.role = 'R4') m
      join agreements a on a.id = m.agreement_id
      join commitments c on c.agreement_id = a.id
      join node_totals t on t.node = c.id and t.span = 'life' and t.evidence = 1
      join indicator_versions v on v.indicator = t.indicator and v.version = t.version and v.proof_level > 1
      where a.space = ${space}
      group by a.id
      having sum(t.total) > 0`,
  },
  {
    // few are returned: they are found from the returns, not from all that she entered
    name: "results.returned",
    permission: "results.record",
    rows: ({ actor, space }) => sql`
      select ${"results.work.returned"}::text, jsonb_build_object('count', count(distinct f.id)), 'waiting',
             'returned ' || a.id, ${about}, null::date, min(e.recorded_at), '/results/returned'
      from fact_entries e
      join facts f on f.id = e.fact_id and f.recorded_by = ${actor} and f.space = ${space}
      join commitments c on c.id = f.commitment_id
      join agreements a on a.id = c.agreement_id
      where e.kind = 'returned' and not exists (
        select from fact_entries l where l.fact_id = f.id
          and (l.kind = 'withdrawn' or (l.kind = 'verified' and l.recorded_at >= e.recorded_at)))
      group by a.id`,
  },
  {
    name: "results.declared",
    permission: "declarations.read",
    rows: ({ mine, since, space }) => sql`
      select distinct ${"results.work.declared"}::text,
             jsonb_build_object('declarant', o.name, 'quantity', d.quantity, 'commitment', a.reference || '/' || c.number),
             'changed', 'declared ' || d.id, ${about}, null::date, d.recorded_at,
             '/agreements/' || a.reference
      from ${mine} m
      join agreements a on a.id = m.agreement_id
      join commitments c on c.agreement_id = a.id
      join declarations d on d.commitment_id = c.id and d.replaced_at is null
      join organisations o on o.id = d.declarant_id
      where a.space = ${space} and d.recorded_at > ${since}`,
  },
];
