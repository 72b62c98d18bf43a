import { z } from "zod";
import { count, defineAct, lineText, plainDate } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findLiving } from "./find.ts";
import { commitmentReference, type TargetQualifier, targetQualifier } from "./model.ts";
import { type CommitmentRow, insertTarget, openTarget } from "./store.ts";

/**
 * A number goes with a qualifier that has one; best efforts never have one.
 * @throws `commitments.best_efforts_without_number`, `commitments.quantity_missing`
 */
export function checkQuantity(
  commitment: string,
  kind: CommitmentRow["kind"],
  quantity: number | null,
  qualifier: TargetQualifier,
): void {
  const numberless = qualifier === "unquantified" || qualifier === "best_efforts";
  if (kind === "best_efforts" && qualifier !== "best_efforts") {
    throw commitmentErrors.best_efforts_without_number({ commitment });
  }
  if ((quantity === null) !== numberless) throw commitmentErrors.quantity_missing({ commitment, qualifier });
}

/**
 * Sets the first signed version of a target: what the recorded text of a signed agreement says. What the press reports
 * stays announced, so an agreement without its text is refused.
 * @throws `commitments.text_not_recorded`, `not_final`, `target_exists`, `best_efforts_without_number`,
 * `quantity_missing`
 */
export const setTarget = defineAct({
  name: "commitments.set_target",
  permission: "commitments.sign",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    quantity: count.nullable(),
    qualifier: targetQualifier.default("exact"),
    /** The day from which it holds: the signature, or the entry into force that the text gives. */
    effectiveOn: plainDate,
    clause: lineText.nullable().default(null),
  }),
  output: z.object({ commitment: commitmentReference, version: z.literal(1), quantity: z.int().nullable() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (agreement.signed_document_id === null) {
      throw commitmentErrors.text_not_recorded({ agreement: agreement.reference });
    }
    if (commitment.state !== "final") throw commitmentErrors.not_final({ commitment: given.commitment });
    checkQuantity(given.commitment, commitment.kind, given.quantity, given.qualifier);
    if (await openTarget(ctx.tx, commitment.id))
      throw commitmentErrors.target_exists({ commitment: given.commitment });
    const { period_from, period_to, deadline } = commitment;
    const { quantity, qualifier, clause } = given;
    const target = { version: 1, quantity, qualifier, clause, effective_from: given.effectiveOn };
    await insertTarget(ctx.tx, {
      id: ctx.ids.next(),
      commitment_id: commitment.id,
      ...target,
      ...{ period_from, period_to, deadline, amendment_id: null, reason: null, recorded_at: ctx.clock.now() },
    });
    await ctx.journal({ object: { kind: "commitment", id: commitment.id }, after: target });
    await ctx.emit({ type: "commitments.target_set", objectId: commitment.id, payload: { quantity } });
    return { commitment: given.commitment, version: 1 as const, quantity };
  },
});
