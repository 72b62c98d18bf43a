// What calling, paying and justifying have in common: a dated amount of one contribution that is only ever added.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, keyText, noteText, parseMoney, plainDate } from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import { contributionReference } from "./model.ts";
import { findContribution } from "./store.ts";

export const movement = z.object({
  contribution: contributionReference,
  amount: keyText,
  /** Of a payment the value date. */
  on: plainDate,
  /** The hash of a file that was kept before: call letter, bank proof, vouchers. */
  evidence: z
    .string()
    .regex(/^[0-9a-f]{64}$/, "the SHA-256 of a kept file")
    .nullable()
    .default(null),
  note: noteText.nullable().default(null),
});
export const moved = z.object({ id: z.uuid(), contribution: contributionReference });

/**
 * Adds one movement for the act that calls it.
 * @throws `funding.unknown`, `in_kind_not_moved`, `evidence_unknown`, `amount_missing`
 */
export async function moveMoney(
  ctx: ActContext,
  kind: "called" | "paid" | "justified",
  given: z.output<typeof movement>,
): Promise<z.output<typeof moved>> {
  const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
  ctx.authorise(agreement.scope);
  if (contribution.in_kind) throw fundingErrors.in_kind_not_moved({ contribution: given.contribution });
  if (given.evidence !== null && !(await ctx.files.has(given.evidence))) {
    throw fundingErrors.evidence_unknown({ evidence: given.evidence });
  }
  const { minor } = parseMoney(given.amount, contribution.currency);
  if (minor <= 0n) throw fundingErrors.amount_missing({ agreement: agreement.reference, qualifier: "exact" });
  const id = ctx.ids.next();
  await sql`
    insert into contribution_movements (id, contribution_id, space, kind, amount_minor, moved_on, evidence_hash, note,
                                        recorded_at)
    values (${id}, ${contribution.id}, ${contribution.space}, ${kind}, ${minor.toString()}::bigint, ${given.on},
            ${given.evidence}, ${given.note}, ${ctx.clock.now()})`.execute(ctx.tx);
  const after = { kind, amount: given.amount, currency: contribution.currency, on: given.on };
  await ctx.journal({ object: { kind: "contribution", id: contribution.id }, after, reason: given.note });
  await ctx.emit({ type: `funding.${kind}`, objectId: contribution.id, payload: { amount: given.amount } });
  return { id, contribution: given.contribution };
}
