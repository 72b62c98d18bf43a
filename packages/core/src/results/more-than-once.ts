// Subjects that count in more than one child of a node: why children's counts need not add up to their parent's.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKey, agreementOf } from "../agreements/index.ts";
import { defineQuery, type QueryContext, rows } from "../kernel/index.ts";
import { countedNow } from "./counted.ts";
import { authoriseAgreement } from "./scope.ts";

const child = z.object({ id: z.uuid(), reference: z.string(), total: z.int() });

/** The children of an agreement: the agreements below it and its own commitments. */
const childrenOf = (ctx: QueryContext, agreement: string) =>
  rows(
    ctx.tx,
    sql<{ id: string; reference: string }>`
      select a.id, a.reference from agreement_parents p join agreements a on a.id = p.agreement_id
      where p.parent_id = ${agreement} and p.known @> 'infinity'::date
      union all
      select c.id, a.reference || '/' || c.number from commitments c join agreements a on a.id = c.agreement_id
      where a.id = ${agreement}
      order by 2`,
  );

/** Subjects with valid facts in several children, each with the children that count it. */
const sharedSubjects = (ctx: QueryContext, children: readonly string[], indicator: string, limit: number) =>
  rows(
    ctx.tx,
    sql<{ subject: string; children: string[] }>`
      with recursive down (child, id) as (
        select c, c from unnest(${children}::uuid[]) c
        union all
        select down.child, p.agreement_id from agreement_parents p join down on p.parent_id = down.id
        where p.known @> 'infinity'::date
      )
      select coalesce(m.root, f.subject_id) as subject, array_agg(distinct down.child) as children
      from down join commitments c on c.agreement_id = down.id or c.id = down.id
      join facts f on f.commitment_id = c.id and f.indicator = ${indicator} and f.refusal is null
      left join merged_roots() m on m.id = f.subject_id
      where not exists (select from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn')
      group by 1 having count(distinct down.child) > 1 order by 1 limit ${limit}`,
  );

/**
 * GET: the children of an agreement with their counts of an indicator, `n` = sum of the children − the parent, and the
 * subjects that make it (ledger.md §3.3). A subject in three children adds two to `n`.
 */
export const countedMoreThanOnce = defineQuery({
  name: "results.counted_more_than_once",
  permission: "results.read",
  scope: "object",
  input: z.object({
    agreement: agreementKey,
    indicator: z.string().min(1).max(60),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  output: z.object({
    total: z.int(),
    children: z.array(child),
    n: z.int(),
    subjects: z.array(z.object({ subject: z.uuid(), children: z.array(z.string()) })),
  }),
  async run(ctx, { agreement: key, indicator, limit }) {
    const { id } = await agreementOf(ctx.tx, key);
    await authoriseAgreement(ctx, "results.read", id);
    const found = await childrenOf(ctx, id);
    const counts = await countedNow(ctx.tx, [id, ...found.map((one) => one.id)]);
    const totalOf = (node: string) =>
      counts
        .filter((row) => row.node === node && row.indicator === indicator)
        .reduce((sum, row) => sum + row.total, 0);
    const children = found.map((one) => ({ ...one, total: totalOf(one.id) }));
    const total = totalOf(id);
    const n = children.reduce((sum, one) => sum + one.total, 0) - total;
    const shared =
      n === 0
        ? []
        : await sharedSubjects(
            ctx,
            found.map((one) => one.id),
            indicator,
            limit,
          );
    const reference = new Map(found.map((one) => [one.id, one.reference]));
    const subjects = shared.map(({ subject, children: ids }) => ({
      subject,
      children: ids.map((one) => reference.get(one) ?? one).sort(),
    }));
    return { total, children, n, subjects };
  },
});
