import { sql } from "kysely";
import { z } from "zod";
import { agreementInSpace, agreementKey, agreementOf, setParent } from "../agreements/index.ts";
import { defineAct } from "../kernel/index.ts";
import { authoriseAgreement } from "./scope.ts";

/**
 * Moves an agreement under another parent, or to the top, and counts anew what it moves (ledger.md §3.1). Past readings
 * keep the tree as it was known.
 * @throws `agreements.unknown`, `agreements.other_space`, `agreements.parent_cycle`, `agreements.moved_later`
 */
export const moveAgreement = defineAct({
  name: "results.move_agreement",
  permission: "agreements.move",
  scope: "object",
  input: z.object({
    agreement: agreementKey,
    /** Null: it stands at the top. */
    parent: agreementKey.nullable(),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ agreement: z.uuid(), parent: z.uuid().nullable() }),
  async run(ctx, { agreement: key, parent: parentKey, reason }) {
    const { id: agreement, space } = await agreementOf(ctx.tx, key);
    await authoriseAgreement(ctx, "agreements.move", agreement);
    const parent = parentKey === null ? null : (await agreementInSpace(ctx.tx, space, parentKey)).id;
    if (parent !== null) await authoriseAgreement(ctx, "agreements.move", parent);
    await sql`select begin_move(${agreement}::uuid)`.execute(ctx.tx);
    const { before } = await setParent(ctx, { agreementId: agreement, parentId: parent, reason });
    await sql`select end_move(${agreement}::uuid)`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement },
      before: { parent: before },
      after: { parent },
      reason,
    });
    return { agreement, parent };
  },
});
