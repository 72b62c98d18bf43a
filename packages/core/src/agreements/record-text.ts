// Records the signed text as a document. What was known from a press report alone is signed from then on.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { requireDocument } from "../sources/index.ts";
import { notAllowed, writeStep } from "./advance.ts";
import { agreementKey, endedStates } from "./model.ts";
import { agreementScope, lockedAgreement, updateAgreement } from "./store.ts";

export const recordText = defineAct({
  name: "agreements.record_text",
  permission: "agreements.sign",
  input: z.object({
    agreement: agreementKey,
    documentId: z.uuid(),
    reason: z.string().trim().min(1).max(2000).nullish(),
  }),
  output: z.object({ id: z.uuid(), reference: z.string(), wasReported: z.boolean() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (endedStates.includes(agreement.state) && !agreement.legacy)
      throw notAllowed(agreement, "record_text");
    await requireDocument(ctx.tx, agreement.space, given.documentId);
    const change = { signed_document_id: given.documentId };
    if (agreement.reported) {
      await writeStep(ctx, agreement, {
        to: agreement.state,
        reported: false,
        effectiveOn: null,
        reason: given.reason ?? null,
        documentId: given.documentId,
        change,
      });
    } else {
      await updateAgreement(ctx.tx, agreement.id, change);
      await ctx.journal({
        object: { kind: "agreement", id: agreement.id },
        before: { signed_document_id: agreement.signed_document_id },
        after: change,
        reason: given.reason,
      });
    }
    await ctx.emit({ type: "agreements.text_recorded", objectId: agreement.id, payload: change });
    return { id: agreement.id, reference: agreement.reference, wasReported: agreement.reported };
  },
});
