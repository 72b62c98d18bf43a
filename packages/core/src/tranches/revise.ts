// A tranche that is not called yet changes its amount or its day, or is given up; its conditions stay as they were agreed.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, formatMoney, keyText, parseMoney, plainDate } from "../kernel/index.ts";
import { trancheErrors } from "./errors.ts";
import { trancheReference } from "./model.ts";
import { openTranche, requireOpen } from "./store.ts";

const why = z.string().trim().min(3).max(1000);
const done = z.object({ tranche: trancheReference });

/** @throws `tranches.unknown`, `called_already`, `dropped`, `not_whole`, `agreement_ended`, `agreement_expired` */
export const reviseTranche = defineAct({
  name: "tranches.revise",
  permission: "tranches.plan",
  scope: "object",
  input: z.object({ tranche: trancheReference, amount: keyText, plannedOn: plainDate, reason: why }),
  output: done,
  async run(ctx, given) {
    const { tranche, contribution } = await openTranche(ctx.tx, given.tranche);
    ctx.authorise(contribution.scope);
    requireOpen(contribution, dayOf(ctx.clock.now(), ctx.timeZone));
    const { currency } = contribution;
    const { minor } = parseMoney(given.amount, currency);
    if (minor <= 0n) throw trancheErrors.not_whole({ contribution: given.tranche });
    await sql`
      update tranches set amount_minor = ${minor.toString()}::bigint, planned_on = ${given.plannedOn}
      where id = ${tranche.id}`.execute(ctx.tx);
    const before = formatMoney({ minor: BigInt(tranche.amount), currency });
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      before: { tranche: given.tranche, amount: before, plannedOn: tranche.plannedOn },
      after: { tranche: given.tranche, amount: given.amount, plannedOn: given.plannedOn },
      reason: given.reason,
    });
    return { tranche: given.tranche };
  },
});

/** @throws `tranches.unknown`, `called_already`, `dropped` */
export const dropTranche = defineAct({
  name: "tranches.drop",
  permission: "tranches.plan",
  scope: "object",
  input: z.object({ tranche: trancheReference, reason: why }),
  output: done,
  async run(ctx, given) {
    const { tranche, contribution } = await openTranche(ctx.tx, given.tranche);
    ctx.authorise(contribution.scope);
    await sql`update tranches set dropped_why = ${given.reason} where id = ${tranche.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { tranche: given.tranche, dropped: true },
      reason: given.reason,
    });
    return { tranche: given.tranche };
  },
});
