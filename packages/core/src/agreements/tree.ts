// GET /agreements/:agreement/tree: the agreement with everything that counts under it, as known on a day.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, plainDate, rows } from "../kernel/index.ts";
import { agreementKey, agreementKind, agreementType, state } from "./model.ts";
import { pathOf } from "./set-parent.ts";
import { agreementOf, agreementScope } from "./store.ts";

export const treeNode = z.object({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  kind: agreementKind,
  type: agreementType.nullable(),
  state,
  reported: z.boolean(),
  parentId: z.uuid().nullable(),
  /** 0 for the agreement itself. */
  depth: z.int(),
});
export type TreeNode = z.infer<typeof treeNode>;

export const readTree = defineQuery({
  name: "agreements.tree",
  permission: "agreements.read",
  input: z.object({ agreement: agreementKey, knownOn: plainDate.optional() }),
  output: z.object({
    /** From the top down to the agreement's own parent. */
    above: z.array(treeNode.omit({ depth: true, parentId: true })),
    /** The agreement first, then what counts under it, parents before children. */
    nodes: z.array(treeNode),
  }),
  scope: "object",
  async run(ctx, input) {
    const agreement = await agreementOf(ctx.tx, input.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const knownOn = input.knownOn ?? null;
    return {
      above: await ancestorsOf(ctx.tx, agreement.id, knownOn),
      nodes: await treeOf(ctx.tx, agreement.id, knownOn),
    };
  },
});

/** The agreement's ancestors from the top down, as known at the end of a day (null: now). */
export async function ancestorsOf(db: Db, agreementId: string, knownOn: string | null) {
  const above = (await pathOf(db, agreementId, knownOn)).slice(1).reverse();
  return rows(
    db,
    sql<Omit<TreeNode, "depth" | "parentId">>`
      select a.id, a.reference, a.title, a.title_ar as "titleAr", a.title_en as "titleEn", a.kind, a.type, a.state, a.reported
      from unnest(${above}::uuid[]) with ordinality as up (id, n) join agreements a on a.id = up.id
      order by up.n`,
  );
}

/** The agreement and everything under it, as known at the end of a day (null: now). */
export function treeOf(db: Db, rootId: string, knownOn: string | null): Promise<TreeNode[]> {
  return rows(
    db,
    sql<TreeNode>`
      with recursive down (id, parent_id, depth) as (
        select ${rootId}::uuid, null::uuid, 0
        union all
        select p.agreement_id, p.parent_id, down.depth + 1
        from agreement_parents p join down on p.parent_id = down.id
        where p.known @> ${knownOn ?? "infinity"}::date
      )
      select a.id, a.reference, a.title, a.title_ar as "titleAr", a.title_en as "titleEn", a.kind, a.type, a.state, a.reported, down.parent_id as "parentId", down.depth
      from down join agreements a on a.id = down.id
      order by down.depth, a.reference`,
  );
}
