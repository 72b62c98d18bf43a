// What calling, paying and justifying have in common: a dated amount of one contribution that is only ever added.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, keyText, noteText, parseMoney, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { fundingErrors } from "./errors.ts";
import { contributionReference, type MovementKind } from "./model.ts";
import { requirePapers } from "./papers.ts";
import { type AgreementPlace, type ContributionRow, findContribution } from "./store.ts";
import { requireNoTwin } from "./twin.ts";

/** What is told of an amount that moved. */
export const movementTold = z.object({
  amount: keyText,
  /** Of a payment the value date; of an expense the day on which it was accepted. */
  on: plainDate,
  /** Of a payment: who received it. */
  payee: organisationKey.nullable().default(null),
  /** Papers that were kept before (`funding.keep_paper`): call letter, bank notice, vouchers. */
  papers: z
    .array(z.string().regex(/^[0-9a-f]{64}$/, "the SHA-256 of a stored file"))
    .max(50)
    .default([]),
  note: noteText.nullable().default(null),
  /** It is another one indeed, beside one of the same kind, amount and day that stands already. */
  again: z.boolean().default(false),
});
export const movement = movementTold.extend({ contribution: contributionReference });
export const moved = z.object({ id: z.uuid(), contribution: contributionReference });

/**
 * Adds one movement for the act that calls it.
 * @throws `funding.unknown`, `in_kind_not_moved`, `paper_unknown`, `amount_missing`, `day_to_come`,
 * `payee_of_payment`, `moved_already`
 */
export async function moveMoney(
  ctx: ActContext,
  kind: MovementKind,
  given: z.output<typeof movement>,
): Promise<z.output<typeof moved>> {
  const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
  ctx.authorise(agreement.scope);
  const { id, besides } = await insertMovement(ctx, { contribution, agreement, kind, firstId: null }, given);
  const { amount, on, note, papers } = given;
  const after = { movement: id, kind, amount, currency: contribution.currency, on, papers, ...besides };
  await ctx.journal({ object: { kind: "contribution", id: contribution.id }, after, reason: note });
  await ctx.emit({ type: `funding.${kind}`, objectId: contribution.id, payload: { amount } });
  return { id, contribution: given.contribution };
}

interface MovedOf {
  readonly contribution: ContributionRow;
  readonly agreement: AgreementPlace;
  readonly kind: MovementKind;
  /** The first of those that it puts right; null when it is new. */
  readonly firstId: string | null;
}

interface Inserted {
  readonly id: string;
  /** For the journal: which one it is said to stand beside. */
  readonly besides: { readonly again: true; readonly besides: string } | null;
}

/** Writes the movement with its papers; journalling is left to the act. @throws as `moveMoney` */
export async function insertMovement(
  ctx: ActContext,
  { contribution, agreement, kind, firstId }: MovedOf,
  given: z.output<typeof movementTold>,
): Promise<Inserted> {
  const reference = `${agreement.reference}/M${contribution.number}`;
  if (contribution.in_kind) throw fundingErrors.in_kind_not_moved({ contribution: reference });
  if (given.on > dayOf(ctx.clock.now(), ctx.timeZone)) throw fundingErrors.day_to_come({ on: given.on });
  if (given.payee !== null && kind !== "paid") throw fundingErrors.payee_of_payment();
  const { minor } = parseMoney(given.amount, contribution.currency);
  if (minor <= 0n) throw fundingErrors.amount_missing({ agreement: agreement.reference, qualifier: "exact" });
  const payee = given.payee && (await organisationInSpace(ctx.tx, agreement.space, given.payee));
  const papers = await requirePapers(ctx.tx, contribution.id, given.papers);
  const { currency } = contribution;
  const told = { contributionId: contribution.id, kind, minor, on: given.on, papers };
  const twin = await requireNoTwin(ctx, told, { contribution: reference, currency, again: given.again });
  const id = ctx.ids.next();
  await sql`
    insert into contribution_movements (id, contribution_id, space, kind, amount_minor, moved_on, payee_id, note,
                                        first_id, recorded_at)
    values (${id}, ${contribution.id}, ${contribution.space}, ${kind}, ${minor.toString()}::bigint, ${given.on},
            ${payee ? payee.id : null}, ${given.note}, ${firstId ?? id}, ${ctx.clock.now()})`.execute(ctx.tx);
  if (papers.length > 0)
    await sql`
      insert into movement_papers (movement_id, hash)
      select ${id}, hash from unnest(${papers}::text[]) hash`.execute(ctx.tx);
  return { id, besides: twin === null ? null : { again: true, besides: twin } };
}
