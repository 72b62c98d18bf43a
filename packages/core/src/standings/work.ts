// Promises whose day has passed without the proof, and those that fall far behind.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

/** So much of the period more than of the promise: far behind. */
const farBehind = 0.25;

export const work: readonly WorkQuestion[] = [
  {
    name: "standings.late",
    permission: "standings.read",
    rows: ({ mine, day, space }) => sql`
      select case when l.deadline < ${day}::date then ${"standings.work.passed"}::text else ${"standings.work.behind"}::text end,
             jsonb_build_object('commitment', a.reference || '/' || l.number, 'wording', l.wording, 'signed', l.signed,
                                'proven', l.proven, 'elapsed', floor(100 * l.elapsed)), 'late', 'late ' || l.id,
             a.reference, a.title, a.title_ar, a.title_en, l.deadline, null::timestamptz,
             '/agreements/' || a.reference || '?open=figure~' || a.reference || '%2F' || l.number || '~proven'
      from (
        select c.id, c.agreement_id, c.number, c.wording, coalesce(g.deadline, g.period_to) as deadline,
               g.quantity as signed, coalesce(p.proven, 0) as proven,
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
      ) l
      join agreements a on a.id = l.agreement_id and a.state in ('in_force', 'suspended', 'closing')
      where l.elapsed - l.proven::float / l.signed >= ${farBehind} or (l.deadline < ${day}::date and l.proven < l.signed)`,
  },
];
