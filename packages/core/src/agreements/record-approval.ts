// Records that a body approved: a council by deliberation, an authority by its visa, a board by its decision.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireDocument } from "../sources/index.ts";
import { dayOfStep } from "./advance.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, approvalKind } from "./model.ts";
import { agreementScope, lockedAgreement } from "./store.ts";

const votes = z.int().min(0).max(100_000).nullish();

export const recordApproval = defineAct({
  name: "agreements.record_approval",
  permission: "agreements.record_approval",
  input: z.object({
    agreement: agreementKey,
    kind: approvalKind,
    organisation: organisationKey,
    /** The number of the deliberation or visa. */
    number: z.string().trim().min(1).max(100),
    decidedOn: plainDate,
    votesFor: votes,
    votesAgainst: votes,
    votesAbstained: votes,
    documentId: z.uuid().nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    dayOfStep(ctx, given.decidedOn);
    const body = await organisationInSpace(ctx.tx, agreement.space, given.organisation);
    await requireDocument(ctx.tx, agreement.space, given.documentId ?? null);
    const row = await firstRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into approvals (id, agreement_id, kind, organisation_id, number, decided_on, votes_for, votes_against,
                               votes_abstained, document_id, recorded_at)
        values (${ctx.ids.next()}, ${agreement.id}, ${given.kind}, ${body.id}, ${given.number}, ${given.decidedOn},
                ${given.votesFor ?? null}, ${given.votesAgainst ?? null}, ${given.votesAbstained ?? null},
                ${given.documentId ?? null}, ${ctx.clock.now()})
        on conflict (agreement_id, kind, organisation_id, number) do nothing
        returning id`,
    );
    if (row === undefined)
      throw agreementErrors.approval_known({ reference: agreement.reference, number: given.number });
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { ...given, approvalId: row.id, organisation: body.id },
    });
    await ctx.emit({
      type: "agreements.approval_recorded",
      objectId: agreement.id,
      payload: { approvalId: row.id },
    });
    return row;
  },
});
