import { z } from "zod";
import { inOneCurrency, readInOneCurrency, usualCurrency } from "../funding/index.ts";
import { defineQuery } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { currency } from "../rates/index.ts";
import { countedPromises } from "./model.ts";
import { heldBy } from "./one-funder.ts";
import { when } from "./what-money-produced.ts";

/** A funder's money read in one currency: the promises and movements that its figures add up. @throws as `oneFunder` */
export const convertedFunder = defineQuery({
  name: "funders.converted",
  permission: "funders.read",
  scope: "somewhere",
  input: z.object({ funder: organisationKey, to: currency.optional(), ...when }),
  output: inOneCurrency.extend({ among: z.array(z.string()) }),
  async run(ctx, given) {
    const { on, own } = await heldBy(ctx, given);
    const among = [...new Set(own.map((one) => one.currency))];
    const to = given.to ?? usualCurrency(among);
    const which = { promised: countedPromises(own).map(({ id }) => id), moved: own.map(({ id }) => id) };
    return { ...(await readInOneCurrency(ctx.tx, which, { ...on, to })), among };
  },
});
