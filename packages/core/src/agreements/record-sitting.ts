// One session of a body approves several agreements, or amendments of them: all are recorded, or none.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, lineText, plainDate, space } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireDocument } from "../sources/index.ts";
import { dayOfStep } from "./advance.ts";
import { agreementErrors } from "./errors.ts";
import { approvalKind } from "./model.ts";
import { decidedOf, writeApproval } from "./record-approval.ts";
import { agreementInSpace, agreementScope, lockedAgreement } from "./store.ts";

/** @throws `agreements.sitting_known`, and for each agreement what `record_approval` throws */
export const recordSitting = defineAct({
  name: "agreements.record_sitting",
  permission: "agreements.record_approval",
  input: z.object({
    space,
    kind: approvalKind,
    organisation: organisationKey,
    heldOn: plainDate,
    /** How the session calls itself: «session ordinaire d'octobre 2026, PV 12». */
    label: lineText.trim().min(3),
    /** The minutes. */
    documentId: z.uuid().nullish(),
    decided: z.array(decidedOf).min(1).max(200),
  }),
  output: z.object({ id: z.uuid(), approvals: z.array(z.uuid()) }),
  scope: "object",
  async run(ctx, { decided, documentId = null, ...given }) {
    dayOfStep(ctx, given.heldOn);
    // the first is asked before anything is written: who may approve none of them is told so
    for (const { agreement } of decided)
      ctx.authorise(await agreementScope(ctx.tx, await agreementInSpace(ctx.tx, given.space, agreement)));
    const body = await organisationInSpace(ctx.tx, given.space, given.organisation);
    await requireDocument(ctx.tx, given.space, documentId);
    const sitting = await firstRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into approval_sittings (id, space, organisation_id, kind, held_on, label, document_id, recorded_at)
        values (${ctx.ids.next()}, ${given.space}, ${body.id}, ${given.kind}, ${given.heldOn}, ${given.label},
                ${documentId}, ${ctx.clock.now()})
        on conflict (organisation_id, held_on, label) do nothing
        returning id`,
    );
    if (sitting === undefined) throw agreementErrors.sitting_known({ label: given.label, day: given.heldOn });
    const { kind, heldOn: decidedOn } = given;
    const by = { kind, organisationId: body.id, decidedOn, documentId, sittingId: sitting.id };
    const approvals: string[] = [];
    // in one order, so that two sittings do not wait for each other
    for (const one of decided.toSorted((a, b) => a.agreement.localeCompare(b.agreement)))
      approvals.push(await writeApproval(ctx, await lockedAgreement(ctx.tx, one.agreement), one, by));
    return { id: sitting.id, approvals };
  },
});
