// What a merge would change: it is done and taken back, so that what is told is what would be counted.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, rows } from "../kernel/index.ts";
import { countedNow } from "./counted.ts";
import { mergeSubjects } from "./merge-subjects.ts";

const level = z.object({
  indicator: z.string(),
  kind: z.enum(["commitment", "agreement", "territory"]),
  reference: z.string(),
  name: z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() }),
  /** How many count there now, and how many would. */
  before: z.int(),
  after: z.int(),
});
type Node = Omit<z.infer<typeof level>, "before" | "after"> & { readonly id: string };

/** Every node at which one of the two may count, as far as the actor may see counts there. */
const nodesOf = (ctx: ActContext, subjects: readonly string[]) =>
  rows(
    ctx.tx,
    sql<Node>`
      select n.indicator, n.node as id,
             case when c.id is not null then 'commitment' when a.id is not null then 'agreement' else 'territory' end as kind,
             coalesce(ca.reference || '/' || c.number, a.reference, t.scheme || ':' || t.code) as reference,
             json_build_object('fr', coalesce(c.wording, a.title, t.name_fr), 'ar', coalesce(a.title_ar, t.name_ar),
                               'en', t.name_en) as name
      from nodes_of_subjects(${subjects}::uuid[]) n
      left join commitments c on c.id = n.node left join agreements ca on ca.id = c.agreement_id
      left join agreements a on a.id = n.node
      left join territories t on t.id = n.node and t.kind <> 'commune'
      where coalesce(c.id, a.id, t.id) is not null
        and n.node = any(seen_nodes(array(select node from nodes_of_subjects(${subjects}::uuid[]))))
      order by n.indicator, n.place, reference`,
  );

async function totalsOf(ctx: ActContext, nodes: readonly Node[]): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const { indicator, node, total } of await countedNow(
    ctx.tx,
    nodes.map(({ id }) => id),
  )) {
    const key = `${indicator} ${node}`;
    totals.set(key, (totals.get(key) ?? 0) + total);
  }
  return totals;
}

async function mergeAndUndo(
  ctx: ActContext,
  subjects: { subject: string; into: string },
  nodes: readonly Node[],
) {
  await sql`savepoint preview`.execute(ctx.tx);
  try {
    await mergeSubjects(ctx, { ...subjects, reason: "preview" });
    return await totalsOf(ctx, nodes);
  } finally {
    await sql`rollback to savepoint preview`.execute(ctx.tx);
  }
}

/**
 * What `mergeSubjects` would do: each level's count before and after. Nothing stays. An act, because the ledger is taken
 * alone for it. @throws `results.same_subject`, `results.subject_unknown`
 */
export const previewMerge = defineAct({
  name: "results.preview_merge",
  permission: "subjects.merge",
  journalsItself: true,
  input: z.object({ subject: z.uuid(), into: z.uuid() }),
  output: z.object({ levels: z.array(level) }),
  async run(ctx, { subject, into }) {
    const nodes = await nodesOf(ctx, [subject, into]);
    const before = await totalsOf(ctx, nodes);
    const after = await mergeAndUndo(ctx, { subject, into }, nodes);
    const levels = nodes.map(({ id, ...node }) => {
      const key = `${node.indicator} ${id}`;
      return { ...node, before: before.get(key) ?? 0, after: after.get(key) ?? 0 };
    });
    return { levels };
  },
});
