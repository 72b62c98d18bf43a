// Takes away a stated aim that was recorded by mistake, with the passages that gave it.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { orientationsOf } from "./details.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey } from "./model.ts";
import { refuseRemoval } from "./refuse-removal.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

export const removeOrientation = defineAct({
  name: "agreements.remove_orientation",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    orientationId: z.uuid(),
    reason: z.string().trim().min(3).max(2000),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    refuseRemoval(agreement);
    const { id, reference } = agreement;
    const orientation = (await orientationsOf(ctx.tx, id)).find((one) => one.id === given.orientationId);
    if (orientation === undefined) throw agreementErrors.not_there({ reference, row: given.orientationId });
    await sql`
      delete from agreement_assertions where agreement_id = ${id} and row_id = ${orientation.id}`.execute(
      ctx.tx,
    );
    await sql`delete from orientations where id = ${orientation.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "agreement", id }, before: { orientation }, reason: given.reason });
    return { id: orientation.id };
  },
});
