import { z } from "zod";
import { defineAct, keyText, lineText, noteText, parseMoney, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { fundingErrors } from "./errors.ts";
import { amountQualifier, amountText, contributionReference, contributionRole } from "./model.ts";
import { insertAmount, insertAssertionLinks, insertContribution, placeOf, takesPledges } from "./store.ts";

export const currencyCode = z.string().regex(/^[A-Z]{3}$/, "an ISO 4217 code, as MAD");

/**
 * Records money that is promised to an agreement: its total, a party's contribution or a line. Without a contributor
 * the payer is unknown, and is shown as unknown. What a source reports is announced; what a recorded text says, signed.
 * @throws `agreements.unknown`, `organisations.unknown`, `funding.amount_missing`, `text_not_recorded`,
 * `agreement_ended`, `assertion_unknown`, `kernel.money_unreadable`
 */
export const pledge = defineAct({
  name: "funding.pledge",
  permission: "funding.edit",
  scope: "object",
  input: z.object({
    agreement: keyText,
    role: contributionRole,
    contributor: organisationKey.nullable().default(null),
    /** Decimal string in major units, as "374800000.00"; null with the qualifier unquantified. */
    amount: amountText.nullable(),
    currency: currencyCode,
    qualifier: amountQualifier.default("exact"),
    inKind: z.boolean().default(false),
    purpose: noteText.nullable().default(null),
    basis: z.enum(["announced", "signed"]),
    /** From when it is promised; left out: from the beginning. */
    effectiveOn: plainDate.nullable().default(null),
    clause: lineText.nullable().default(null),
    announcedBy: z
      .array(z.object({ assertion: z.uuid(), field: z.string().max(200).default("amount") }))
      .default([]),
  }),
  output: z.object({ id: z.uuid(), reference: contributionReference }),
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    if (!takesPledges(agreement)) {
      const { reference, state } = agreement;
      throw fundingErrors.agreement_ended({ agreement: reference, state });
    }
    if (given.basis === "signed" && agreement.signed_document_id === null) {
      throw fundingErrors.text_not_recorded({ agreement: agreement.reference });
    }
    if ((given.amount === null) !== (given.qualifier === "unquantified")) {
      throw fundingErrors.amount_missing({ agreement: agreement.reference, qualifier: given.qualifier });
    }
    const { role, currency, purpose, basis, qualifier, clause } = given;
    const payer =
      given.contributor && (await organisationInSpace(ctx.tx, agreement.space, given.contributor));
    const minor = given.amount === null ? null : parseMoney(given.amount, currency).minor.toString();
    const recorded = { id: ctx.ids.next(), recorded_at: ctx.clock.now() };
    const number = await insertContribution(ctx.tx, {
      ...recorded,
      ...{ space: agreement.space, agreement_id: agreement.id, contributor_id: payer ? payer.id : null },
      ...{ role, currency, purpose, basis, in_kind: given.inKind },
    });
    await insertAmount(ctx.tx, {
      ...{
        id: ctx.ids.next(),
        contribution_id: recorded.id,
        version: 1,
        amount_minor: minor,
        qualifier,
        clause,
      },
      ...{ effective_from: given.effectiveOn ?? "-infinity", recorded_at: recorded.recorded_at },
      ...{ amendment_id: null, reason: null },
    });
    await insertAssertionLinks(ctx.tx, { id: recorded.id, space: agreement.space }, given.announcedBy);
    const reference = `${agreement.reference}/M${number}`;
    const after = {
      reference,
      role,
      contributor: given.contributor,
      amount: given.amount,
      currency,
      qualifier,
      basis,
    };
    await ctx.journal({ object: { kind: "contribution", id: recorded.id }, after });
    await ctx.emit({ type: "funding.pledged", objectId: recorded.id, payload: { reference } });
    return { id: recorded.id, reference };
  },
});
