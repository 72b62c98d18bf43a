// What a result would count for, and at which level, before it is recorded: it is recorded and taken back.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, onlyRow, rows } from "../kernel/index.ts";
import { countedNow } from "./counted.ts";
import { recordedResult, recordInput, recordResult } from "./record-result.ts";
import { authoriseCommitment } from "./scope.ts";

const level = z.object({
  kind: z.enum(["commitment", "agreement", "territory"]),
  reference: z.string(),
  name: z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() }),
  /** How many count there now, and how many would. */
  before: z.int(),
  after: z.int(),
});
type Level = z.infer<typeof level>;
type Node = Omit<Level, "before" | "after"> & { readonly id: string };

/** The nodes of the result from its commitment up to the nation, as far as the actor may see counts there. */
const nodesOf = (ctx: ActContext, fact: string) =>
  rows(
    ctx.tx,
    sql<Node>`
      with recursive told as (select * from facts where id = ${fact}),
      up (id, depth) as (
        select c.agreement_id, 1 from told join commitments c on c.id = told.commitment_id
        union all
        select p.parent_id, up.depth + 1 from up join agreement_parents p on p.agreement_id = up.id
        where p.known @> 'infinity'::date
      ),
      nodes (id, kind, reference, fr, ar, en, place) as (
        select c.id, 'commitment', a.reference || '/' || c.number, c.wording, null, null, 0
        from told join commitments c on c.id = told.commitment_id join agreements a on a.id = c.agreement_id
        union all
        select a.id, 'agreement', a.reference, a.title, a.title_ar, null, up.depth
        from up join agreements a on a.id = up.id
        union all
        select t.id, 'territory', t.scheme || ':' || t.code, t.name_fr, t.name_ar, t.name_en, 100 + above.depth
        from told cross join unnest(territory_path(told.territory_id)) with ordinality above (id, depth)
        join territories t on t.id = above.id
      )
      select id, kind, reference, json_build_object('fr', fr, 'ar', ar, 'en', en) as name from nodes
      where id = any(seen_nodes(array(select id from nodes))) order by place`,
  );

async function totalsOf(ctx: ActContext, indicator: string, nodes: readonly Node[]) {
  const counted = await countedNow(
    ctx.tx,
    nodes.map(({ id }) => id),
  );
  const totals = new Map<string, number>();
  for (const row of counted.filter((one) => one.indicator === indicator)) {
    totals.set(row.node, (totals.get(row.node) ?? 0) + row.total);
  }
  return totals;
}

/** Records inside a savepoint and takes it back; what was counted then and before is told. */
async function recordAndUndo(ctx: ActContext, given: z.output<typeof recordInput>) {
  await sql`savepoint preview`.execute(ctx.tx);
  try {
    const recorded = await recordResult(ctx, given);
    const { indicator } = await onlyRow(
      ctx.tx,
      sql<{ indicator: string }>`select indicator from facts where id = ${recorded.fact}`,
    );
    const nodes = await nodesOf(ctx, recorded.fact);
    const after = await totalsOf(ctx, indicator, nodes);
    return { recorded, indicator, nodes, after };
  } finally {
    await sql`rollback to savepoint preview`.execute(ctx.tx);
  }
}

/**
 * What `recordResult` would do: whether the result counts, why not, and each level's count before and after. Nothing
 * stays. The person is told by her subject id alone, since finding her by a document is an act that is journalled.
 */
export const previewResult = defineAct({
  name: "results.preview",
  permission: "results.record",
  scope: "object",
  journalsItself: true,
  input: recordInput.extend({
    subject: z.union([
      z.object({ id: z.uuid() }).strict(),
      z.object({ thing: z.string().min(1).max(300) }).strict(),
    ]),
  }),
  output: recordedResult.omit({ fact: true }).extend({ indicator: z.string(), levels: z.array(level) }),
  async run(ctx, given) {
    await authoriseCommitment(ctx, "results.record", given.commitment);
    const { recorded, indicator, nodes, after } = await recordAndUndo(ctx, given);
    const before = await totalsOf(ctx, indicator, nodes);
    const levels = nodes.map(({ id, ...node }) => ({
      ...node,
      before: before.get(id) ?? 0,
      after: after.get(id) ?? 0,
    }));
    const { fact: _, ...told } = recorded;
    return { ...told, indicator, levels };
  },
});
