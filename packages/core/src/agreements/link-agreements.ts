// Joins two agreements without making a node: a framework, what leads to what, what renews what. Idempotent.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, linkKind } from "./model.ts";
import { agreementInSpace, agreementOf, agreementScope } from "./store.ts";

export const linkAgreements = defineAct({
  name: "agreements.link",
  permission: "agreements.edit",
  input: z.object({
    /** The one that leads to, renews, specifies, refers to or leans on the other. */
    from: agreementKey,
    to: agreementKey,
    kind: linkKind,
  }),
  output: z.object({ fromId: z.uuid(), toId: z.uuid(), added: z.boolean() }),
  scope: "object",
  async run(ctx, given) {
    const from = await agreementOf(ctx.tx, given.from);
    ctx.authorise(await agreementScope(ctx.tx, from));
    const to = await agreementInSpace(ctx.tx, from.space, given.to);
    if (from.id === to.id) throw agreementErrors.link_to_itself({ reference: from.reference });
    const written = await rows(
      ctx.tx,
      sql`
        insert into agreement_links (from_id, to_id, space, kind)
        values (${from.id}, ${to.id}, ${from.space}, ${given.kind})
        on conflict do nothing
        returning from_id`,
    );
    const added = written.length === 1;
    const after = { link: given.kind, to: to.id, added };
    await ctx.journal({ object: { kind: "agreement", id: from.id }, after });
    if (added) await ctx.emit({ type: "agreements.linked", objectId: from.id, payload: after });
    return { fromId: from.id, toId: to.id, added };
  },
});
