import { z } from "zod";
import { dayOf, defineQuery, keyText, plainDate } from "../kernel/index.ts";
import { currency } from "../rates/index.ts";
import { inOneCurrency, readInOneCurrency } from "./convert-money.ts";
import { moneyOn } from "./queries.ts";
import { placeOf } from "./store.ts";

/**
 * An agreement's money read in one currency: what named parties promise in money, and all that moved. Stated totals are
 * left out, for a total that is told in two currencies is one.
 * @throws `agreements.unknown`
 */
export const convertedMoney = defineQuery({
  name: "funding.converted",
  permission: "funding.read",
  scope: "object",
  input: z.object({
    agreement: keyText,
    to: currency.optional(),
    asOf: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output: inOneCurrency,
  async run(ctx, given) {
    const agreement = await placeOf(ctx.tx, given.agreement);
    ctx.authorise(agreement.scope);
    const asOf = given.asOf ?? dayOf(ctx.clock.now(), ctx.timeZone);
    const day = { asOf, knownOn: given.knownOn ?? null, timeZone: ctx.timeZone };
    const money = await moneyOn(ctx.tx, agreement.id, day);
    const all = money.flatMap(({ contributions }) => contributions);
    const shares = all.filter(
      ({ role, contributor, inKind }) => role === "contribution" && contributor !== null && !inKind,
    );
    const which = { promised: shares.map(({ id }) => id), moved: all.map(({ id }) => id) };
    return readInOneCurrency(ctx.tx, which, { ...day, space: agreement.space, to: given.to });
  },
});
