// GET /calls/:call/rights: what the one who asks may do with it, so that a screen shows no button that is refused.
import { z } from "zod";
import { defineQuery, objectScope, rightsAt, rightsHere } from "../kernel/index.ts";
import { callKey } from "./model.ts";
import { callOf } from "./store.ts";

export const ownRights = defineQuery({
  name: "calls.own_rights",
  permission: "calls.read",
  scope: "object",
  input: z.object({ call: callKey }),
  output: rightsHere,
  async run(ctx, { call: key }) {
    const scope = await objectScope(ctx.tx, (await callOf(ctx.tx, key)).id);
    ctx.authorise(scope);
    return { permissions: rightsAt(ctx.actor, scope) };
  },
});
