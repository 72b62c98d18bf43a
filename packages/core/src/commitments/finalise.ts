import { z } from "zod";
import { dayOf, defineAct } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findIndicator, findLiving } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { updateCommitment } from "./store.ts";

/**
 * A draft becomes final: its indicator has a definition, which is kept with it from now on.
 * @throws `commitments.indicator_undefined` when there is none, or when it is still to be agreed; `already_final`
 */
export const finalise = defineAct({
  name: "commitments.finalise",
  permission: "commitments.sign",
  scope: "object",
  input: z.object({ commitment: commitmentReference }),
  output: z.object({ commitment: commitmentReference, state: z.literal("final"), indicatorVersion: z.int() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (commitment.state === "final") throw commitmentErrors.already_final({ commitment: given.commitment });
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const indicator = commitment.indicator && (await findIndicator(ctx.tx, commitment.indicator, today));
    if (!indicator || indicator.state === "undefined") {
      throw commitmentErrors.indicator_undefined({
        commitment: given.commitment,
        indicator: commitment.indicator ?? "—",
      });
    }
    const change = { state: "final" as const, indicator_version: indicator.version };
    await updateCommitment(ctx.tx, commitment.id, change);
    const before = { state: commitment.state, indicator_version: commitment.indicator_version };
    await ctx.journal({ object: { kind: "commitment", id: commitment.id }, before, after: change });
    await ctx.emit({ type: "commitments.finalised", objectId: commitment.id });
    return { commitment: given.commitment, state: "final" as const, indicatorVersion: indicator.version };
  },
});
