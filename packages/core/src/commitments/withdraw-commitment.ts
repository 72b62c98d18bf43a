import { z } from "zod";
import { defineAct, noteText } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findLiving } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { openTarget, updateCommitment } from "./store.ts";

/**
 * Takes back a commitment that was recorded by mistake; it stays readable. One with a signed target is changed by an
 * amendment, never withdrawn.
 * @throws `commitments.target_exists`
 */
export const withdrawCommitment = defineAct({
  name: "commitments.withdraw",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({ commitment: commitmentReference, reason: noteText.trim().min(3) }),
  output: z.object({ commitment: commitmentReference, state: z.literal("withdrawn") }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (await openTarget(ctx.tx, commitment.id))
      throw commitmentErrors.target_exists({ commitment: given.commitment });
    await updateCommitment(ctx.tx, commitment.id, { state: "withdrawn" });
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before: { state: commitment.state },
      after: { state: "withdrawn" },
      reason: given.reason,
    });
    await ctx.emit({ type: "commitments.withdrawn", objectId: commitment.id });
    return { commitment: given.commitment, state: "withdrawn" as const };
  },
});
