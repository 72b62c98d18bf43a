// What a text that is being written will promise: a number for a promise, an amount for a contribution. The signed target
// and the signed amount take its place.
import { sql } from "kysely";
import { z } from "zod";
import {
  type CommitmentRow,
  checkQuantity,
  commitmentReference,
  splitReference,
  targetQualifier,
} from "../commitments/index.ts";
import { amountQualifier, amountText, contributionReference, splitContribution } from "../funding/index.ts";
import { type ActContext, count, defineAct, firstRow, noteText, parseMoney } from "../kernel/index.ts";
import { draftingErrors } from "./errors.ts";
import { draftedAgreement } from "./store.ts";

const reason = noteText.trim().min(1).nullable().default(null);

interface Proposed {
  readonly agreementId: string;
  readonly space: string;
  readonly commitment?: string;
  readonly contribution?: string;
  readonly quantity?: number | null;
  readonly minor?: string | null;
  readonly qualifier: string;
  readonly reason: string | null;
}

async function write(ctx: ActContext, one: Proposed): Promise<void> {
  await sql`
    insert into proposed_figures (id, space, agreement_id, commitment_id, contribution_id, quantity, amount_minor,
                                  qualifier, reason, recorded_by_label, recorded_at)
    values (${ctx.ids.next()}, ${one.space}, ${one.agreementId}, ${one.commitment ?? null}::uuid,
            ${one.contribution ?? null}::uuid, ${one.quantity ?? null}::bigint, ${one.minor ?? null}::bigint,
            ${one.qualifier}, ${one.reason}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(ctx.tx);
}

/** @throws `commitments.quantity_missing`, `best_efforts_without_number`; `drafting.figure_signed`, `text_fixed` */
export const proposeTarget = defineAct({
  name: "drafting.propose_target",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    quantity: count.nullable(),
    qualifier: targetQualifier.default("exact"),
    reason,
  }),
  output: z.object({ commitment: commitmentReference, quantity: z.int().nullable() }),
  async run(ctx, given) {
    const { agreement: key, number } = splitReference(given.commitment);
    const agreement = await draftedAgreement(ctx, key);
    const found = await firstRow(
      ctx.tx,
      sql<Pick<CommitmentRow, "id" | "kind"> & { signed: boolean }>`
        select c.id, c.kind, exists (select from commitment_targets t where t.commitment_id = c.id) as signed
        from commitments c
        where c.agreement_id = ${agreement.id} and c.number = ${number} and c.state <> 'withdrawn'`,
    );
    if (found === undefined) throw draftingErrors.figure_unknown({ figure: given.commitment });
    if (found.signed) throw draftingErrors.figure_signed({ figure: given.commitment });
    const { quantity, qualifier } = given;
    checkQuantity(given.commitment, found.kind, quantity, qualifier);
    const { id: agreementId, space } = agreement;
    await write(ctx, { agreementId, space, commitment: found.id, quantity, qualifier, reason: given.reason });
    await ctx.journal({
      object: { kind: "commitment", id: found.id },
      after: { proposed: quantity, qualifier },
      reason: given.reason,
    });
    return { commitment: given.commitment, quantity };
  },
});

/** @throws `kernel.money_unreadable`; `drafting.figure_signed`, `figure_unknown`, `text_fixed` */
export const proposeAmount = defineAct({
  name: "drafting.propose_amount",
  permission: "drafting.write",
  scope: "object",
  input: z.object({
    contribution: contributionReference,
    /** Decimal string in major units, as "374800000.00". */
    amount: amountText,
    qualifier: amountQualifier.exclude(["unquantified"]).default("exact"),
    reason,
  }),
  output: z.object({ contribution: contributionReference, amount: z.string() }),
  async run(ctx, given) {
    const { agreement: key, number } = splitContribution(given.contribution);
    const agreement = await draftedAgreement(ctx, key);
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string; currency: string; basis: string }>`
        select id, currency, basis from contributions where agreement_id = ${agreement.id} and number = ${number}`,
    );
    if (found === undefined) throw draftingErrors.figure_unknown({ figure: given.contribution });
    if (found.basis === "signed") throw draftingErrors.figure_signed({ figure: given.contribution });
    const minor = parseMoney(given.amount, found.currency).minor.toString();
    const { qualifier } = given;
    const { id: agreementId, space } = agreement;
    await write(ctx, { agreementId, space, contribution: found.id, minor, qualifier, reason: given.reason });
    await ctx.journal({
      object: { kind: "contribution", id: found.id },
      after: { proposed: given.amount, qualifier },
      reason: given.reason,
    });
    return { contribution: given.contribution, amount: given.amount };
  },
});
