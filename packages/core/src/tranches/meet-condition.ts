// What a person does about a condition: the document that it asks for is given, or the director goes past it and says why.
// Reports, results and expenses are read, never ticked.
import { sql } from "kysely";
import { z } from "zod";
import { fundingErrors } from "../funding/index.ts";
import { dayOf, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { trancheErrors } from "./errors.ts";
import { trancheReference } from "./model.ts";
import { conditionsOf } from "./read-conditions.ts";
import { conditionOf, openTranche } from "./store.ts";

const which = z.object({ tranche: trancheReference, condition: z.int().min(1).max(100) });
const done = z.object({ tranche: trancheReference });

/**
 * The paper was kept before (`funding.keep_paper`).
 * @throws `tranches.condition_unknown`, `not_a_document`, `given_already`, `funding.day_to_come`
 */
export const giveDocument = defineAct({
  name: "tranches.give_document",
  permission: "tranches.call",
  scope: "object",
  input: which.extend({ paper: z.string().regex(/^[0-9a-f]{64}$/), on: plainDate }),
  output: done,
  async run(ctx, { tranche: reference, condition: number, paper, on }) {
    const { tranche, contribution } = await openTranche(ctx.tx, reference);
    ctx.authorise(contribution.scope);
    const condition = await conditionOf(ctx.tx, tranche.id, number);
    if (on > dayOf(ctx.clock.now(), ctx.timeZone)) throw fundingErrors.day_to_come({ on });
    if (condition.kind !== "document") throw trancheErrors.not_a_document({ condition: number });
    const kept = await firstRow(
      ctx.tx,
      sql`select hash from money_papers where hash = ${paper} and contribution_id = ${contribution.id}`,
    );
    if (!kept) throw trancheErrors.not_a_document({ condition: number });
    const given = await sql`
      insert into tranche_documents (condition_id, hash, given_on, recorded_at)
      values (${condition.id}, ${paper}, ${on}, ${ctx.clock.now()}) on conflict do nothing`.execute(ctx.tx);
    if (given.numAffectedRows === 0n) throw trancheErrors.given_already({ condition: number });
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { tranche: reference, condition: number, document: condition.document, paper, on },
    });
    return { tranche: reference };
  },
});

/** @throws `tranches.condition_unknown`, `met_already`, `waived_already` */
export const waiveCondition = defineAct({
  name: "tranches.waive",
  permission: "tranches.waive",
  scope: "object",
  input: which.extend({ reason: z.string().trim().min(10).max(1000) }),
  output: done,
  async run(ctx, { tranche: reference, condition: number, reason }) {
    const { tranche, contribution } = await openTranche(ctx.tx, reference);
    ctx.authorise(contribution.scope);
    const condition = await conditionOf(ctx.tx, tranche.id, number);
    const on = { asOf: dayOf(ctx.clock.now(), ctx.timeZone), timeZone: ctx.timeZone };
    const standing = (await conditionsOf(ctx.tx, [contribution.id], on)).find(
      ({ id }) => id === condition.id,
    );
    if (standing?.met) throw trancheErrors.met_already({ condition: number });
    const waived = await sql`
      insert into tranche_waivers (condition_id, reason, waived_by, recorded_at)
      values (${condition.id}, ${reason}, ${ctx.actor.label}, ${ctx.clock.now()}) on conflict do nothing`.execute(
      ctx.tx,
    );
    if (waived.numAffectedRows === 0n) throw trancheErrors.waived_already({ condition: number });
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { tranche: reference, condition: number, waived: true },
      reason,
    });
    return { tranche: reference };
  },
});
