// GET /organisations/:organisation/rights: what the one who asks may do with it, so that a screen shows no button that is refused.
import { z } from "zod";
import { defineQuery, rightsAt, rightsHere } from "../kernel/index.ts";
import { organisationKey } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

export const ownRights = defineQuery({
  name: "organisations.own_rights",
  permission: "organisations.read",
  scope: "object",
  input: z.object({ organisation: organisationKey }),
  output: rightsHere,
  async run(ctx, { organisation }) {
    const scope = await organisationScope(ctx.tx, await organisationOf(ctx.tx, organisation));
    ctx.authorise(scope);
    return { permissions: rightsAt(ctx.actor, scope) };
  },
});
