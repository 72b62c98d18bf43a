// Planted repeats and overlaps: none counted twice at any node, each overlap once under each of its commitments.
import { atMost, type Bench } from "../bench.ts";
import { timed } from "../measure.ts";

const audit = `
  with valid as (
    select f.subject_id, f.indicator, f.commitment_id from facts f
    where f.refusal is null
      and not exists (select 1 from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn')
  ),
  met as (
    select subject_id, indicator, count(*) as facts, count(distinct commitment_id) as commitments
    from valid group by subject_id, indicator
  )
  select sum(facts - commitments)::int as repeats, sum(commitments - 1)::int as overlaps,
         count(*)::int as subjects, sum(commitments)::int as under_commitments
  from met`;

const kept = `
  select sum(t.total) filter (where t.node = (select id from territories where code = '9' and scheme = 'bench'))::int
           as nation,
         sum(t.total) filter (where exists (select 1 from commitments c where c.id = t.node))::int as commitments
  from node_totals t where t.span = 'life'`;

const bench: Bench = {
  name: "audit",
  order: 5,
  run: async (stage) => {
    const client = await stage.connect();
    try {
      const { result, ms } = await timed(() => client.query(audit));
      const found = result.rows[0];
      const counted = (await client.query(kept)).rows[0];
      if (counted.nation !== found.subjects) throw new Error("the nation counts somebody twice");
      if (counted.commitments !== found.under_commitments)
        throw new Error("an overlap is not counted once each");
      const what = `audit of ${stage.size.facts} facts (${found.repeats} repeats, ${found.overlaps} overlaps found)`;
      return [atMost(what, ms / 1000, 5 * Math.max(1, stage.size.facts / 1_000_000), "s")];
    } finally {
      await client.end();
    }
  },
};
export default bench;
