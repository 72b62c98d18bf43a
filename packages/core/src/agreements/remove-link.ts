// Takes away a link between two agreements that was recorded by mistake.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, linkKind } from "./model.ts";
import { refuseRemoval } from "./refuse-removal.ts";
import { agreementOf, agreementScope, lockedAgreement } from "./store.ts";

export const removeLink = defineAct({
  name: "agreements.remove_link",
  permission: "agreements.edit",
  input: z.object({
    /** The one that leads to, renews, specifies, refers to or leans on the other. */
    from: agreementKey,
    to: agreementKey,
    kind: linkKind,
    reason: z.string().trim().min(3).max(2000),
  }),
  output: z.object({ fromId: z.uuid(), toId: z.uuid() }),
  scope: "object",
  async run(ctx, { from: fromKey, to: toKey, kind, reason }) {
    const from = await lockedAgreement(ctx.tx, fromKey);
    ctx.authorise(await agreementScope(ctx.tx, from));
    const to = await agreementOf(ctx.tx, toKey);
    refuseRemoval(from);
    // the end of the other one rests on this link
    if (kind === "renews" && to.state === "renewed") refuseRemoval(to);
    const gone = await rows(
      ctx.tx,
      sql`
        delete from agreement_links where from_id = ${from.id} and to_id = ${to.id} and kind = ${kind}
        returning from_id`,
    );
    if (gone.length === 0)
      throw agreementErrors.not_there({ reference: from.reference, row: `${kind} → ${to.reference}` });
    const before = { link: kind, to: to.id };
    await ctx.journal({ object: { kind: "agreement", id: from.id }, before, reason });
    await ctx.emit({ type: "agreements.unlinked", objectId: from.id, payload: before });
    return { fromId: from.id, toId: to.id };
  },
});
