// Edits the fields of an agreement. What a recorded text fixes is changed by an amendment only; a mistake in the record
// is corrected with a reason and a right of its own. The form must have read the present revision.
import { z } from "zod";
import { authorise, defineAct, kernelErrors, partialDate, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey, requireTerritoryId } from "../organisations/index.ts";
import { dateColumns, foldedOf } from "./create-agreement.ts";
import { agreementErrors } from "./errors.ts";
import {
  agreementKey,
  agreementType,
  amendableFields,
  amendmentTypes,
  competence,
  isFixed,
  materialFields,
  typesOf,
} from "./model.ts";
import {
  type AgreementChange,
  type AgreementRow,
  agreementScope,
  lockedAgreement,
  updateAgreement,
} from "./store.ts";

const words = (most: number) => z.string().trim().min(1).max(most);
const changes = z.object({
  type: agreementType.nullable().optional(),
  title: words(500).optional(),
  titleAr: words(500).nullable().optional(),
  titleEn: words(500).nullable().optional(),
  purpose: words(4000).nullable().optional(),
  standsFor: z.int().min(1).max(1000).nullable().optional(),
  periodFrom: plainDate.nullable().optional(),
  periodTo: plainDate.nullable().optional(),
  signedOn: partialDate.nullable().optional(),
  signedTerritoryId: z.uuid().nullable().optional(),
  competence: competence.nullable().optional(),
  territoryId: z.uuid().nullable().optional(),
  leadOrganisation: organisationKey.nullable().optional(),
});
type Changes = z.output<typeof changes>;

export const editAgreement = defineAct({
  name: "agreements.edit",
  permission: "agreements.edit",
  input: z.object({
    agreement: agreementKey,
    revision: z.int().min(1),
    changes,
    /** Why the record was wrong: it is corrected, the agreement itself did not change. */
    correction: words(2000).optional(),
  }),
  output: z.object({ id: z.uuid(), revision: z.int() }),
  scope: "object",
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    const scope = await agreementScope(ctx.tx, agreement);
    ctx.authorise(scope);
    if (agreement.revision !== given.revision) throw kernelErrors.edited_meanwhile();
    if (given.correction !== undefined) authorise(ctx.actor, "agreements.correct", scope);
    else refuseFixed(agreement, given.changes);
    const change = await columnsOf(ctx.tx, agreement, given.changes);
    checkRow({ ...agreement, ...change });
    await updateAgreement(ctx.tx, agreement.id, { ...change, folded: foldedOf({ ...agreement, ...change }) });
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before: before(agreement, change),
      after: change,
      reason: given.correction,
    });
    await ctx.emit({
      type: "agreements.edited",
      objectId: agreement.id,
      payload: { fields: Object.keys(change) },
    });
    return { id: agreement.id, revision: agreement.revision + 1 };
  },
});

const fixedFields: readonly string[] = [...materialFields, "signedOn", "signedTerritoryId"];

function refuseFixed(agreement: AgreementRow, wanted: Changes): void {
  if (!isFixed(agreement)) return;
  const fields = Object.keys(wanted).filter((field) => fixedFields.includes(field));
  if (fields.length === 0) return;
  const types = amendmentTypes.filter((type) =>
    amendableFields[type].some((field) => fields.includes(field)),
  );
  throw agreementErrors.needs_amendment({
    reference: agreement.reference,
    fields,
    types: types.length > 0 ? types : ["—"],
  });
}

async function columnsOf(
  tx: Parameters<typeof requireTerritoryId>[0],
  agreement: AgreementRow,
  wanted: Changes,
): Promise<AgreementChange> {
  await requireTerritoryId(tx, agreement.space, wanted.territoryId ?? null);
  await requireTerritoryId(tx, agreement.space, wanted.signedTerritoryId ?? null);
  const lead = wanted.leadOrganisation
    ? (await organisationInSpace(tx, agreement.space, wanted.leadOrganisation)).id
    : wanted.leadOrganisation;
  const nowhere = { year: null, month: null, day: null, weekday: null };
  const change: AgreementChange = {
    type: wanted.type,
    title: wanted.title,
    title_ar: wanted.titleAr,
    title_en: wanted.titleEn,
    purpose: wanted.purpose,
    stands_for: wanted.standsFor,
    period_from: wanted.periodFrom,
    period_to: wanted.periodTo,
    signed_territory_id: wanted.signedTerritoryId,
    competence: wanted.competence,
    territory_id: wanted.territoryId,
    lead_organisation_id: lead,
    ...(wanted.signedOn === undefined ? {} : dateColumns(wanted.signedOn ?? nowhere)),
  };
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function checkRow({ kind, type, stands_for, period_from: from, period_to: to }: AgreementRow): void {
  if (type && !typesOf(kind).includes(type))
    throw agreementErrors.type_of_other_kind({ kind, type, accepted: typesOf(kind) });
  if (stands_for !== null && kind !== "bundle") throw agreementErrors.stands_for_only_bundle({ kind });
  if (from !== null && to !== null && from > to) throw agreementErrors.period_reversed({ from, to });
}

function before(agreement: AgreementRow, change: AgreementChange): Record<string, unknown> {
  const names = new Set(Object.keys(change));
  return Object.fromEntries(Object.entries(agreement).filter(([name]) => names.has(name)));
}
