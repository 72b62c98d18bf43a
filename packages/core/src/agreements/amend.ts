// Records an amendment of a signed text. Its type names what it may change: here the agreement's own fields; new targets
// and amounts are written by the folders above, in the same transaction, under the amendment's id.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, plainDate, rows } from "../kernel/index.ts";
import { requireTerritoryId } from "../organisations/index.ts";
import { requireDocument } from "../sources/index.ts";
import { notAllowed } from "./advance.ts";
import { foldedOf } from "./create-agreement.ts";
import { agreementErrors } from "./errors.ts";
import {
  agreementKey,
  amendableFields,
  amendedFields,
  amendmentType,
  approvedLikeTheText,
  type State,
} from "./model.ts";
import { type AgreementRow, agreementScope, lockedAgreement, updateAgreement } from "./store.ts";

const changes = z.object({
  title: z.string().trim().min(1).max(500).optional(),
  purpose: z.string().trim().min(1).max(4000).nullable().optional(),
  territoryId: z.uuid().nullable().optional(),
  periodFrom: plainDate.nullable().optional(),
  periodTo: plainDate.nullable().optional(),
});
type Changes = z.output<typeof changes>;

const input = z.object({
  agreement: agreementKey,
  /** The next one when it is not given. */
  number: z.int().min(1).max(999).optional(),
  type: amendmentType,
  effectiveOn: plainDate,
  /** The clause of the amendment that says it. */
  clause: z.string().trim().min(1).max(500),
  reason: z.string().trim().min(1).max(2000),
  documentId: z.uuid().nullish(),
  changes: changes.default({}),
});

const amendable: readonly State[] = ["signed", "in_force", "suspended", "closing"];

export const amend = defineAct({
  name: "agreements.amend",
  permission: "agreements.amend",
  input,
  output: z.object({ id: z.uuid(), agreementId: z.uuid(), number: z.int() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (!amendable.includes(agreement.state) || agreement.reported) throw notAllowed(agreement, "amend");
    checkFields(given);
    await requireDocument(ctx.tx, agreement.space, given.documentId ?? null);
    const before = await applyChanges(ctx, agreement, given.changes);
    const { id, number } = await writeAmendment(ctx, agreement, given, before);
    if (approvedLikeTheText.includes(given.type)) await requireApprovals(ctx, agreement, number);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before,
      after: { ...given.changes, amendment: number, type: given.type, effectiveOn: given.effectiveOn },
      reason: given.reason,
    });
    await ctx.emit({
      type: "agreements.amended",
      objectId: agreement.id,
      payload: { amendmentId: id, number, amendmentType: given.type, effectiveOn: given.effectiveOn },
    });
    return { id, agreementId: agreement.id, number };
  },
});

function checkFields({ type, changes: wanted }: z.output<typeof input>): void {
  const accepted: readonly string[] = amendableFields[type];
  const refused = Object.keys(wanted).filter((field) => !accepted.includes(field));
  if (refused.length > 0)
    throw agreementErrors.amendment_refuses_fields({
      type,
      fields: refused,
      accepted: accepted.length > 0 ? accepted : ["—"],
    });
}

/** The bodies that approved the agreement have approved this amendment too. @throws `agreements.amendment_not_approved` */
async function requireApprovals(ctx: ActContext, agreement: AgreementRow, number: number): Promise<void> {
  const silent = await rows(
    ctx.tx,
    sql<{ name: string }>`
      select distinct o.name
      from approvals a join organisations o on o.id = a.organisation_id
      where a.agreement_id = ${agreement.id} and a.of_amendment is null
        and not exists (select from approvals b
                        where b.agreement_id = a.agreement_id and b.of_amendment = ${number} and b.kind = a.kind
                          and b.organisation_id = a.organisation_id)
      order by o.name`,
  );
  if (silent.length > 0)
    throw agreementErrors.amendment_not_approved({
      ...{ reference: agreement.reference, number },
      bodies: silent.map(({ name }) => name),
    });
}

async function writeAmendment(
  ctx: ActContext,
  agreement: AgreementRow,
  given: z.output<typeof input>,
  before: Changes,
) {
  const changed = amendedFields
    .filter((field) => given.changes[field] !== undefined && given.changes[field] !== before[field])
    .map((field) => ({ field, before: before[field] ?? null, after: given.changes[field] ?? null }));
  const id = ctx.ids.next();
  const row = await firstRow(
    ctx.tx,
    sql<{ number: number }>`
      insert into amendments (id, agreement_id, number, type, effective_on, clause, reason, changes, document_id,
                              recorded_at)
      select ${id}, ${agreement.id},
             coalesce(${given.number ?? null}::smallint,
                      (select coalesce(max(number), 0) + 1 from amendments where agreement_id = ${agreement.id})),
             ${given.type}, ${given.effectiveOn}, ${given.clause}, ${given.reason},
             ${JSON.stringify(changed)}::jsonb, ${given.documentId ?? null}, ${ctx.clock.now()}
      on conflict (agreement_id, number) do nothing
      returning number`,
  );
  if (row === undefined)
    throw agreementErrors.amendment_number_taken({
      agreement: agreement.reference,
      number: given.number ?? null,
    });
  return { id, number: row.number };
}

/** Applies what the type lets change; returns what stood there before. */
async function applyChanges(ctx: ActContext, agreement: AgreementRow, wanted: Changes): Promise<Changes> {
  if (Object.keys(wanted).length === 0) return {};
  const after = {
    title: wanted.title ?? agreement.title,
    purpose: wanted.purpose === undefined ? agreement.purpose : wanted.purpose,
    territory_id: wanted.territoryId === undefined ? agreement.territory_id : wanted.territoryId,
    period_from: wanted.periodFrom === undefined ? agreement.period_from : wanted.periodFrom,
    period_to: wanted.periodTo === undefined ? agreement.period_to : wanted.periodTo,
  };
  const { period_from: from, period_to: to } = after;
  if (from !== null && to !== null && from > to) throw agreementErrors.period_reversed({ from, to });
  await requireTerritoryId(ctx.tx, agreement.space, after.territory_id);
  await updateAgreement(ctx.tx, agreement.id, { ...after, folded: foldedOf({ ...agreement, ...after }) });
  return {
    title: agreement.title,
    purpose: agreement.purpose,
    territoryId: agreement.territory_id,
    periodFrom: agreement.period_from,
    periodTo: agreement.period_to,
  };
}

/** The amendment of that number. @throws `agreements.amendment_unknown` */
export async function amendmentOf(ctx: ActContext, agreement: AgreementRow, number: number) {
  const row = await firstRow(
    ctx.tx,
    sql<{ id: string; type: string }>`
      select id, type from amendments where agreement_id = ${agreement.id} and number = ${number}`,
  );
  if (row === undefined) throw agreementErrors.amendment_unknown({ agreement: agreement.reference, number });
  return row;
}
