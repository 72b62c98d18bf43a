// What two loads of the same seed must have in common: everything but the random ids of the database.
import { type Context, rows } from "@iltizam/core/kernel";
import { standings } from "@iltizam/core/standings";
import { type RawBuilder, sql } from "kysely";

/** Standings, states, money and every counted total, under names that do not depend on ids. */
export async function contentOf(ctx: Context): Promise<unknown> {
  const read = (query: RawBuilder<unknown>) => rows(ctx.db, query);
  const table = await standings(
    { ...ctx, clock: { now: () => new Date("2026-06-30T12:00:00Z") } },
    { space: "simulated", asOf: "2026-06-30", knownOn: "2026-06-30" },
  );
  return {
    standings: table,
    agreements: await read(sql`
      select id, reference, state, period_from, period_to, recorded_at from agreements where space = 'simulated' order by reference`),
    journal: await read(sql`
      select act, at, actor, count(*) from journal where actor like '00000000-0000-7000-9%' group by 1, 2, 3 order by 1, 2, 3`),
    totals: await read(sql`
      select coalesce(a.reference, t.code, c.agreement_id::text || c.number) as node, n.span, n.year, n.indicator, n.evidence,
             sum(n.total), sum(n.sex_f), sum(n.age_15_24), sum(n.milieu_r), sum(n.edu_3), sum(n.month_05)
      from node_totals n left join agreements a on a.id = n.node left join territories t on t.id = n.node
      left join commitments c on c.id = n.node group by 1, 2, 3, 4, 5 having sum(n.total) <> 0 order by 1, 2, 3, 4, 5`),
    money: await read(
      sql`select id, kind, amount_minor::text, moved_on from contribution_movements order by id`,
    ),
  };
}
