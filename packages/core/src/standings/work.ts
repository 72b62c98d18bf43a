// Promises whose day has passed without the proof, and those that fall far behind.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

/** So much of the period more than of the promise: far behind. */
const farBehind = 0.25;

export const work: readonly WorkQuestion[] = [
  {
    name: "standings.late",
    permission: "standings.read",
    // one entry an agreement and kind: the promise that is furthest behind speaks for the others
    rows: ({ mine, day, space }) => sql`
      select case when l.passed then ${"standings.work.passed"}::text else ${"standings.work.behind"}::text end,
             jsonb_build_object('count', count(*), 'wording', (array_agg(l.wording order by l.behind desc))[1],
                                'signed', (array_agg(l.signed order by l.behind desc))[1],
                                'proven', (array_agg(l.proven order by l.behind desc))[1],
                                'elapsed', (array_agg(floor(100 * l.elapsed) order by l.behind desc))[1]),
             'late', 'late ' || l.passed || ' ' || a.id, a.reference, a.title, a.title_ar, a.title_en, min(l.deadline),
             null::timestamptz, '/agreements/' || a.reference
      from (
        select d.*, d.elapsed - d.proven::float / d.signed as behind, d.deadline < ${day}::date as passed
        from (
          select c.agreement_id, c.wording, coalesce(g.deadline, g.period_to) as deadline, g.quantity as signed,
                 coalesce(p.proven, 0) as proven,
                 least(1, greatest(0, (${day}::date - g.period_from + 1)::float
                                      / greatest(1, coalesce(g.deadline, g.period_to) - g.period_from + 1))) as elapsed
          from (select distinct m.agreement_id from ${mine} m where m.role in ('R1', 'R4', 'R9')) m
          join commitments c on c.agreement_id = m.agreement_id
          join commitment_targets g on g.commitment_id = c.id and g.effective @> ${day}::date
          left join lateral (
            select sum(t.total) as proven
            from node_totals t join indicator_versions v on v.indicator = t.indicator and v.version = t.version
            where t.node = c.id and t.span = 'life' and t.evidence >= v.proof_level) p on true
          where c.space = ${space} and c.state = 'final' and g.quantity > 0 and g.period_from is not null
            and coalesce(g.deadline, g.period_to) is not null
        ) d
      ) l
      join agreements a on a.id = l.agreement_id and a.state in ('in_force', 'suspended', 'closing')
      where l.behind >= ${farBehind} or (l.passed and l.proven < l.signed)
      group by a.id, l.passed`,
  },
];
