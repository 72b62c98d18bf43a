// Records that a body approved: a council by deliberation, an authority by its visa, a board by its decision.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireDocument } from "../sources/index.ts";
import { dayOfStep } from "./advance.ts";
import { agreementErrors } from "./errors.ts";
import { agreementKey, approvalKind } from "./model.ts";
import { type AgreementRow, agreementScope, lockedAgreement } from "./store.ts";

const votes = z.int().min(0).max(100_000).nullish();

/** What a body decided about one agreement. */
export const decidedOf = z.object({
  agreement: agreementKey,
  /** The number of the deliberation or visa. */
  number: z.string().trim().min(1).max(100),
  votesFor: votes,
  votesAgainst: votes,
  votesAbstained: votes,
  /** The number of the amendment that was approved; left out: the agreement itself. */
  amendment: z.int().min(1).max(999).nullish(),
});
type Decided = z.output<typeof decidedOf>;

export const recordApproval = defineAct({
  name: "agreements.record_approval",
  permission: "agreements.record_approval",
  input: decidedOf.extend({
    kind: approvalKind,
    organisation: organisationKey,
    decidedOn: plainDate,
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
    const { kind, decidedOn, documentId = null } = given;
    const by = { kind, organisationId: body.id, decidedOn, documentId, sittingId: null };
    return { id: await writeApproval(ctx, agreement, given, by) };
  },
});

export interface Approver {
  readonly kind: z.infer<typeof approvalKind>;
  readonly organisationId: string;
  readonly decidedOn: string;
  readonly documentId: string | null;
  readonly sittingId: string | null;
}

/** @throws `agreements.vote_not_carried`, `agreements.approval_known` */
export async function writeApproval(
  ctx: ActContext,
  agreement: AgreementRow,
  given: Decided,
  by: Approver,
): Promise<string> {
  refuseLostVote(agreement, given);
  const row = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      insert into approvals (id, agreement_id, kind, organisation_id, number, decided_on, votes_for, votes_against,
                             votes_abstained, document_id, sitting_id, of_amendment, recorded_at)
      values (${ctx.ids.next()}, ${agreement.id}, ${by.kind}, ${by.organisationId}, ${given.number}, ${by.decidedOn},
              ${given.votesFor ?? null}, ${given.votesAgainst ?? null}, ${given.votesAbstained ?? null},
              ${by.documentId}, ${by.sittingId}, ${given.amendment ?? null}, ${ctx.clock.now()})
      on conflict (agreement_id, kind, organisation_id, number) do nothing
      returning id`,
  );
  if (row === undefined)
    throw agreementErrors.approval_known({ reference: agreement.reference, number: given.number });
  await ctx.journal({
    object: { kind: "agreement", id: agreement.id },
    after: { ...given, ...by, approvalId: row.id },
  });
  await ctx.emit({
    type: "agreements.approval_recorded",
    objectId: agreement.id,
    payload: { approvalId: row.id },
  });
  return row.id;
}

/** What was voted down is no approval: the file goes back to drafting with the reason. */
function refuseLostVote({ reference }: AgreementRow, { votesFor, votesAgainst }: Decided): void {
  if (votesFor == null || votesAgainst == null || votesFor > votesAgainst) return;
  throw agreementErrors.vote_not_carried({ reference, votesFor, votesAgainst });
}
