// Adds a field of cooperation, strand, sector, objective, mission or tag to an agreement. Idempotent.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { agreementKey, fieldKind } from "./model.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

export const addField = defineAct({
  name: "agreements.add_field",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    kind: fieldKind,
    code: z.string().regex(/^[a-z0-9][a-z0-9_.-]{0,59}$/, "a code of a-z, 0-9, _, . and -"),
    /** The words of the text, for a code that no classification has. */
    label: z.string().trim().min(1).max(500).nullish(),
  }),
  output: z.object({ id: z.uuid(), added: z.boolean() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const written = await rows(
      ctx.tx,
      sql`
        insert into agreement_fields (agreement_id, kind, code, label)
        values (${agreement.id}, ${given.kind}, ${given.code}, ${given.label ?? null})
        on conflict do nothing
        returning code`,
    );
    const added = written.length === 1;
    await ctx.journal({ object: { kind: "agreement", id: agreement.id }, after: { ...given, added } });
    return { id: agreement.id, added };
  },
});
