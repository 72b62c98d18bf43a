// GET /node-results: the facts that make up the count of an agreement or a territory, one a subject.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, may, onlyRow, type QueryContext, rows } from "../kernel/index.ts";
import { findNode, nodeArguments, nodeAsked } from "./find-node.ts";
import { type FactShown, factColumns, factFilters, factShown, passes } from "./queries.ts";

const nodeFact = factShown.extend({
  /** The commitment under which the fact was recorded. */
  commitment: z.string(),
});

const input = nodeAsked.extend({ ...factFilters.shape, population: z.string().max(60).optional() });
type Asked = z.output<typeof input>;

/**
 * Of each subject the fact that counts at the node, with the evidence of the count. `unseen`: how many of all of them lie
 * in files that the actor may not read; given with the first page.
 */
export const resultsOfNode = defineQuery({
  name: "results.facts_of_node",
  permission: "results.read",
  scope: "somewhere",
  input,
  output: z.object({ facts: z.array(nodeFact), unseen: z.int(), after: z.uuid().nullable() }),
  async run(ctx, asked) {
    const node = await findNode(ctx, asked);
    const [facts, unseen] = [
      await factsAt(ctx, node.id, asked),
      asked.after === undefined ? await unseenAt(ctx, node.id, asked) : 0,
    ];
    return { facts, unseen, after: facts.length === asked.limit ? (facts.at(-1)?.id ?? null) : null };
  },
});

function factsAt(
  ctx: QueryContext,
  node: string,
  asked: Asked,
): Promise<(FactShown & { commitment: string })[]> {
  const sensitive = may(ctx.actor, "results.read_sensitive");
  const { population = null, after = null, limit } = asked;
  return rows(
    ctx.tx,
    sql<FactShown & { commitment: string }>`
      with counting as materialized (select * from counting_at_nodes(${nodeArguments([node], asked, ctx.timeZone)})),
      s as (
        select f.*, c.level, coalesce(m.root, f.subject_id) as root, 'counted' as standing, null::text as why
        from counting c join facts f on f.id = c.id left join merged_roots() m on m.id = f.subject_id
      )
      select ${factColumns(sensitive)}, a.reference || '/' || k.number as commitment
      from s join commitments k on k.id = s.commitment_id join agreements a on a.id = k.agreement_id
      left join territories t on t.id = coalesce(s.commune_id, s.territory_id)
      where ${passes(asked)} and (${after}::uuid is null or s.id > ${after}::uuid)
        and (${population}::text is null or exists (
          select from populations p where p.code = ${population} and p.code = any(s.segments)
            and (${sensitive} or not p.sensitive)))
      order by s.id limit ${limit}`,
  );
}

async function unseenAt(ctx: QueryContext, node: string, asked: Asked): Promise<number> {
  const { unseen } = await onlyRow(
    ctx.tx,
    sql<{ unseen: number }>`
      select count(*)::int as unseen from counting_at_nodes(${nodeArguments([node], asked, ctx.timeZone)}) c
      where not exists (select from facts f where f.id = c.id)`,
  );
  return unseen;
}
