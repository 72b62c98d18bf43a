import { z } from "zod";
import { inOneCurrency, readInOneCurrency } from "../funding/index.ts";
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
  output: inOneCurrency,
  async run(ctx, given) {
    const { on, own } = await heldBy(ctx, given);
    const which = { promised: countedPromises(own).map(({ id }) => id), moved: own.map(({ id }) => id) };
    return readInOneCurrency(ctx.tx, which, { ...on, to: given.to });
  },
});
