// Says what is to be done next for an agreement, and by which day; or that nothing is.
import { z } from "zod";
import { defineAct, plainDate } from "../kernel/index.ts";
import { agreementKey } from "./model.ts";
import { agreementScope, lockedAgreement, updateAgreement } from "./store.ts";

export const setNextAction = defineAct({
  name: "agreements.set_next_action",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    nextAction: z.string().trim().min(1).max(500).nullable(),
    on: plainDate.nullable(),
  }),
  output: z.object({ id: z.uuid(), revision: z.int() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const after = { next_action: given.nextAction, next_action_on: given.on };
    await updateAgreement(ctx.tx, agreement.id, after);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before: { next_action: agreement.next_action, next_action_on: agreement.next_action_on },
      after,
    });
    return { id: agreement.id, revision: agreement.revision + 1 };
  },
});
