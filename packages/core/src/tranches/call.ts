// Calls a tranche: when every condition is met, or waived with a reason that stays in view, its amount is called through
// `funding`, where it is one row among the calls of the contribution.
import { sql } from "kysely";
import { z } from "zod";
import { callFunds } from "../funding/index.ts";
import { dayOf, defineAct, formatMoney, messageReference, noteText, plainDate } from "../kernel/index.ts";
import { trancheErrors } from "./errors.ts";
import { splitTranche, trancheReference } from "./model.ts";
import { conditionsOf } from "./read-conditions.ts";
import { openTranche } from "./store.ts";

/** @throws `tranches.unknown`, `called_already`, `dropped`, `conditions_unmet`, as `funding.call_funds` */
export const callTranche = defineAct({
  name: "tranches.call",
  permission: "tranches.call",
  scope: "object",
  input: z.object({
    tranche: trancheReference,
    on: plainDate,
    /** The call letter, kept before. */
    papers: z
      .array(z.string().regex(/^[0-9a-f]{64}$/))
      .max(50)
      .default([]),
    note: noteText.nullable().default(null),
    /** As in `funding.call_funds`: another call indeed, beside one of the same amount and day. */
    again: z.boolean().default(false),
  }),
  output: z.object({ tranche: trancheReference, movement: z.uuid() }),
  async run(ctx, { tranche: reference, on, papers, note, again }) {
    const { tranche, contribution } = await openTranche(ctx.tx, reference);
    ctx.authorise(contribution.scope);
    const day = { asOf: dayOf(ctx.clock.now(), ctx.timeZone), timeZone: ctx.timeZone };
    const unmet = (await conditionsOf(ctx.tx, [contribution.id], day)).filter(
      ({ trancheId, met, waiver }) => trancheId === tranche.id && !met && waiver === null,
    );
    if (unmet.length > 0)
      throw trancheErrors.conditions_unmet({
        tranche: reference,
        missing: unmet.map(({ kind, number }) => messageReference("tranches", `unmet.${kind}`, { number })),
      });
    const amount = formatMoney({ minor: BigInt(tranche.amount), currency: contribution.currency });
    const { contribution: key } = splitTranche(reference);
    const { id } = await callFunds(ctx, { contribution: key, amount, on, papers, note, again });
    await sql`
      insert into tranche_calls (movement_id, tranche_id, recorded_at)
      values (${id}, ${tranche.id}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { tranche: reference, called: amount, movement: id, on },
    });
    await ctx.emit({ type: "tranches.called", objectId: tranche.id, payload: { tranche: reference } });
    return { tranche: reference, movement: id };
  },
});
