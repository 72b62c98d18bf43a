import { sql } from "kysely";
import { z } from "zod";
import {
  type Db,
  defineAct,
  firstRow,
  formatMoney,
  ordinal,
  parseMoney,
  plainDate,
} from "../kernel/index.ts";
import { fundingErrors } from "./errors.ts";
import { amountQualifier, amountText, contributionReference } from "./model.ts";
import { closeAmount, findContribution, insertAmount, openAmount } from "./store.ts";

/**
 * Changes a signed amount by an amendment of type amount: a new version, the open period of the one before is closed.
 * @throws `funding.not_signed`, `amendment_unknown`, `amendment_of_other_type`, `effective_too_early`
 */
export const amendContribution = defineAct({
  name: "funding.amend_contribution",
  permission: "funding.edit",
  scope: "object",
  input: z.object({
    contribution: contributionReference,
    amendment: ordinal,
    amount: amountText,
    qualifier: amountQualifier.exclude(["unquantified"]).default("exact"),
    /** Left out: as the amendment says. */
    effectiveOn: plainDate.optional(),
  }),
  output: z.object({ contribution: contributionReference, version: z.int() }),
  async run(ctx, given) {
    const { contribution, agreement } = await findContribution(ctx.tx, given.contribution);
    ctx.authorise(agreement.scope);
    if (contribution.basis !== "signed") throw fundingErrors.not_signed({ contribution: given.contribution });
    const amendment = await findAmendment(ctx.tx, agreement, given.amendment);
    const open = await openAmount(ctx.tx, contribution.id);
    const on = given.effectiveOn ?? amendment.effective_on;
    if (open.effective_from !== "-infinity" && on <= open.effective_from) {
      throw fundingErrors.effective_too_early({ effective: on, current: open.effective_from });
    }
    const minor = parseMoney(given.amount, contribution.currency).minor.toString();
    const inMajor = (amount: string | null) =>
      amount === null ? null : formatMoney({ minor: BigInt(amount), currency: contribution.currency });
    const recordedAt = ctx.clock.now();
    const version = open.version + 1;
    await closeAmount(ctx.tx, open.id, on, recordedAt);
    await insertAmount(ctx.tx, {
      ...{ id: ctx.ids.next(), contribution_id: contribution.id, version, amount_minor: minor },
      ...{ qualifier: given.qualifier, effective_from: on, recorded_at: recordedAt },
      ...{ amendment_id: amendment.id, clause: amendment.clause, reason: amendment.reason },
    });
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      before: { version: open.version, amount: inMajor(open.amount_minor) },
      after: { version, amount: inMajor(minor), effective_on: on, amendment: given.amendment },
      reason: amendment.reason,
    });
    await ctx.emit({ type: "funding.amended", objectId: contribution.id, payload: { version } });
    return { contribution: given.contribution, version };
  },
});

interface Amendment {
  readonly id: string;
  readonly type: string;
  readonly effective_on: string;
  readonly clause: string;
  readonly reason: string;
}

async function findAmendment(tx: Db, agreement: { id: string; reference: string }, number: number) {
  const found = await firstRow(
    tx,
    sql<Amendment>`
      select id, type, effective_on, clause, reason from amendments
      where agreement_id = ${agreement.id} and number = ${number}`,
  );
  if (!found) throw fundingErrors.amendment_unknown({ agreement: agreement.reference, amendment: number });
  if (found.type !== "amount") {
    throw fundingErrors.amendment_of_other_type({ amendment: number, type: found.type });
  }
  return found;
}
