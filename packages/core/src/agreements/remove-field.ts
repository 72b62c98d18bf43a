// Takes away a field of cooperation, strand, sector, objective, mission or tag that was recorded by mistake.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow } from "../kernel/index.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, fieldKind } from "./model.ts";
import { refuseRemoval } from "./refuse-removal.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

export const removeField = defineAct({
  name: "agreements.remove_field",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    kind: fieldKind,
    code: z.string().min(1).max(60),
    reason: z.string().trim().min(3).max(2000),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, { agreement: key, kind, code, reason }) {
    const agreement = await lockedAgreement(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    refuseRemoval(agreement);
    const gone = await firstRow(
      ctx.tx,
      sql<{ label: string | null }>`
        delete from agreement_fields where agreement_id = ${agreement.id} and kind = ${kind} and code = ${code}
        returning label`,
    );
    if (gone === undefined)
      throw agreementErrors.not_there({ reference: agreement.reference, row: `${kind} ${code}` });
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before: { kind, code, label: gone.label },
      reason,
    });
    return { id: agreement.id };
  },
});
