import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";

interface Place {
  readonly id: string;
  readonly parent: string | null;
}

async function find(ctx: ActContext, key: string): Promise<Place> {
  const found = await firstRow(
    ctx.tx,
    sql<Place>`
      select a.id, p.parent_id as parent from agreements a
      left join agreement_parents p on p.agreement_id = a.id and p.known @> 'infinity'::date
      where a.reference = ${key} or a.id::text = ${key}`,
  );
  if (found === undefined) throw resultErrors.agreement_unknown({ value: key });
  return found;
}

/**
 * Moves an agreement under another parent, or to the top, and counts anew what it moves (ledger.md §3.1). Past readings
 * keep the tree as it was known. @throws `results.agreement_unknown`
 */
export const moveAgreement = defineAct({
  name: "results.move_agreement",
  permission: "agreements.move",
  input: z.object({
    agreement: z.string().min(3).max(40),
    /** Reference or id; null: it stands at the top. */
    parent: z.string().min(3).max(40).nullable(),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ agreement: z.uuid(), parent: z.uuid().nullable() }),
  async run(ctx, { agreement: key, parent: parentKey, reason }) {
    const agreement = await find(ctx, key);
    const parent = parentKey === null ? null : (await find(ctx, parentKey)).id;
    await sql`select begin_move(${agreement.id}::uuid)`.execute(ctx.tx);
    await writeParent(ctx, agreement.id, parent, reason);
    await sql`select end_move(${agreement.id}::uuid)`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before: { parent: agreement.parent },
      after: { parent },
      reason,
    });
    return { agreement: agreement.id, parent };
  },
});

/** Ends the present parent with the day before and begins the new one today; a change of the same day replaces it. */
async function writeParent(ctx: ActContext, agreement: string, parent: string | null, reason: string) {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  await sql`
    delete from agreement_parents where agreement_id = ${agreement} and lower(known) = ${today}::date`.execute(
    ctx.tx,
  );
  await sql`
    update agreement_parents set known = daterange(lower(known), ${today}::date)
    where agreement_id = ${agreement} and known @> 'infinity'::date`.execute(ctx.tx);
  if (parent === null) return;
  await sql`
    insert into agreement_parents (agreement_id, parent_id, known, reason)
    values (${agreement}, ${parent}, daterange(${today}::date, null), ${reason})`.execute(ctx.tx);
}
