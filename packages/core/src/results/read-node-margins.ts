// GET /node-margins: what counts at an agreement or a territory, each subject once there, split five ways and by population.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, may, type QueryContext, rows } from "../kernel/index.ts";
import { findNode, type NodeAsked, nodeArguments, nodeAsked } from "./find-node.ts";
import { marginSums, marginsFrom, marginsShown, type YearRow } from "./margin-lines.ts";

/**
 * Populations overlap, so they have no sum; the sensitive ones are given to who may read them. Null: a territory at which
 * the actor may not read counts.
 */
export const marginsOfNode = defineQuery({
  name: "results.margins_of_node",
  permission: "results.read",
  scope: "somewhere",
  input: nodeAsked,
  output: marginsShown
    .extend({
      byEvidence: z.object({ E1: z.int(), E2: z.int(), E3: z.int(), E4: z.int() }),
      populations: z.array(z.object({ code: z.string(), realised: z.int(), proven: z.int() })),
    })
    .nullable(),
  async run(ctx, asked) {
    const node = await findNode(ctx, asked);
    if (!node.isSeen) return null;
    const [counts, populations] = [
      await yearRows(ctx, node.id, asked),
      await populationsOf(ctx, node.id, asked),
    ];
    return { ...marginsFrom(counts), byEvidence: evidenceOf(counts), populations };
  },
});

const isPast = ({ asOf, knownOn }: NodeAsked) => asOf !== undefined || knownOn !== undefined;

type LevelRow = YearRow & { readonly evidence: number };

function evidenceOf(counts: readonly LevelRow[]) {
  const at = (level: number) =>
    counts.filter(({ evidence }) => evidence === level).reduce((sum, { total }) => sum + total, 0);
  return { E1: at(1), E2: at(2), E3: at(3), E4: at(4) };
}

function yearRows(ctx: QueryContext, node: string, asked: NodeAsked): Promise<LevelRow[]> {
  const counted = isPast(asked)
    ? sql`node_totals_on(${nodeArguments([node], asked, ctx.timeZone)})`
    : sql`node_totals`;
  return rows(
    ctx.tx,
    sql<LevelRow>`
      select c.year, c.evidence, c.evidence >= v.proof_level as proven, ${marginSums}
      from ${counted} c join indicator_versions v on v.indicator = c.indicator and v.version = c.version
      where c.node = ${node} and c.span = 'life' and c.indicator = ${asked.indicator}
      group by 1, 2, 3 having sum(c.total) <> 0 order by 1`,
  );
}

function populationsOf(ctx: QueryContext, node: string, asked: NodeAsked) {
  const counted = isPast(asked)
    ? sql`node_segments_on(${nodeArguments([node], asked, ctx.timeZone)})`
    : sql`(select * from node_segments where node = ${node} and indicator = ${asked.indicator})`;
  return rows(
    ctx.tx,
    sql<{ code: string; realised: number; proven: number }>`
      select p.code, sum(c.total)::int as realised,
             coalesce(sum(c.total) filter (where c.evidence >= v.proof_level), 0)::int as proven
      from ${counted} c
      join indicator_versions v on v.indicator = ${asked.indicator} and v.version = c.version
      join populations p on p.code = c.segment and (${may(ctx.actor, "results.read_sensitive")} or not p.sensitive)
      group by p.code having sum(c.total) > 0 order by 2 desc, p.code`,
  );
}
