// The promises that are furthest behind: elapsed share of the period minus proven / signed.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, plainDate, rows, space } from "../kernel/index.ts";

export const latePromise = z.object({
  commitment: z.string(),
  commitmentId: z.uuid(),
  agreement: z.string(),
  title: z.string(),
  wording: z.string(),
  indicator: z.string(),
  deadline: plainDate,
  signed: z.int(),
  proven: z.int(),
  elapsed: z.number(),
  /** Elapsed share − proven/signed, between −… and 1; above 0 is late. */
  lateness: z.number(),
});

/** All promises with a number and a deadline, most late first, with their count. A page holds at most 500. */
export const byLateness = defineQuery({
  name: "standings.by-lateness",
  permission: "standings.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    limit: z.int().min(1).max(500).default(100),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), page: z.array(latePromise) }),
  run: async (ctx, { space: inSpace, limit, offset }) => {
    const day = dayOf(ctx.clock.now(), ctx.timeZone);
    const found = await rows(
      ctx.tx,
      sql<z.infer<typeof latePromise> & { total: number }>`
        with due as (
          select c.id, c.agreement_id, c.number, c.wording, c.indicator,
                 coalesce(g.deadline, g.period_to) as deadline, g.quantity as signed,
                 least(1, greatest(0, (${day}::date - g.period_from + 1)::float
                                      / greatest(1, coalesce(g.deadline, g.period_to) - g.period_from + 1))) as elapsed
          from commitments c
          join commitment_targets g on g.commitment_id = c.id and g.effective @> ${day}::date
          where c.space = ${inSpace} and c.state = 'final' and g.quantity > 0
            and g.period_from is not null and coalesce(g.deadline, g.period_to) is not null
        ),
        proven as (
          select t.node, sum(t.total)::integer as proven
          from node_totals t
          join indicator_versions v on v.indicator = t.indicator and v.version = t.version
          where t.span = 'life' and t.node in (select id from due) and t.evidence >= v.proof_level
          group by t.node
        ),
        ordered as (
          select due.*, coalesce(proven.proven, 0) as proven,
                 elapsed - coalesce(proven.proven, 0)::float / signed as lateness
          from due left join proven on proven.node = due.id
          order by lateness desc, due.id
          limit ${limit} offset ${offset}
        )
        select a.reference || '/' || o.number as commitment, o.id as "commitmentId", a.reference as agreement, a.title,
               o.wording, o.indicator, o.deadline, o.signed, o.proven, o.elapsed, o.lateness, counted.total
        from (select count(*)::integer as total from due) counted
        left join (ordered o join agreements a on a.id = o.agreement_id) on true
        order by o.lateness desc, o.id`,
    );
    // A page after the last one has one row that holds the count alone.
    const page = found.filter((row) => row.commitmentId !== null).map(({ total, ...row }) => row);
    return { total: found[0]?.total ?? 0, page };
  },
});
