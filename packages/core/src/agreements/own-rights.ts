// GET /agreements/:agreement/rights: what the one who asks may do with it, so that a screen shows no button that is refused.
import { z } from "zod";
import { defineQuery, rightsAt, rightsHere } from "../kernel/index.ts";
import { agreementKey } from "./model.ts";
import { agreementOf, agreementScope } from "./store.ts";

export const ownRights = defineQuery({
  name: "agreements.own_rights",
  permission: "agreements.read",
  scope: "object",
  input: z.object({ agreement: agreementKey }),
  output: rightsHere,
  async run(ctx, { agreement }) {
    const scope = await agreementScope(ctx.tx, await agreementOf(ctx.tx, agreement));
    ctx.authorise(scope);
    return { permissions: rightsAt(ctx.actor, scope) };
  },
});
