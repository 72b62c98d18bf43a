// What the acts that create an agreement share: the fields, the reference, the place in the tree, the first state.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  onlyRow,
  type PartialDate,
  partialDate,
  plainDate,
  space,
} from "../kernel/index.ts";
import {
  foldName,
  organisationInSpace,
  organisationKey,
  requireTerritoryId,
} from "../organisations/index.ts";
import { placeCode, territoryPath } from "../territory/index.ts";
import { agreementErrors } from "./errors.ts";
import { statesOf } from "./lifecycle.ts";
import { linkAgreements } from "./link-agreements.ts";
import {
  agreementKey,
  agreementKind,
  agreementReference,
  agreementType,
  competence,
  type State,
  state,
  typesOf,
} from "./model.ts";
import { setParent } from "./set-parent.ts";
import {
  type AgreementRow,
  agreementInSpace,
  agreementScope,
  insertAgreement,
  insertStatePassage,
} from "./store.ts";

export const newAgreement = z.object({
  space,
  /** Made of the region and the year when it is not given: R03-2021-1. */
  reference: agreementReference.optional(),
  kind: agreementKind.default("instrument"),
  type: agreementType.nullish(),
  title: z.string().trim().min(1).max(500),
  titleAr: z.string().trim().min(1).max(500).nullish(),
  titleEn: z.string().trim().min(1).max(500).nullish(),
  purpose: z.string().trim().min(1).max(4000).nullish(),
  /** Of a bundle: how many instruments it stands for; null when the texts do not say or disagree. */
  standsFor: z.int().min(1).max(1000).nullish(),
  periodFrom: plainDate.nullish(),
  periodTo: plainDate.nullish(),
  competence: competence.nullish(),
  territoryId: z.uuid().nullish(),
  leadOrganisation: organisationKey.nullish(),
  /** The one node under which it counts; every other framework is a link. */
  parent: agreementKey.nullish(),
  nextAction: z.string().trim().min(1).max(500).nullish(),
  nextActionOn: plainDate.nullish(),
  /** The letter, memorandum or lead that led to it: the two are linked as it is opened. */
  ledToBy: agreementKey.nullish(),
});
export type NewAgreement = z.output<typeof newAgreement>;

export const createdAgreement = z.object({ id: z.uuid(), reference: agreementReference, state });

interface Beginning {
  readonly state: State;
  readonly reported?: boolean;
  readonly legacy?: boolean;
  readonly signedOn?: PartialDate | null;
  readonly signedTerritoryId?: string | null;
  readonly documentId?: string | null;
  /** The text is that of the agreement itself, not a report of it. */
  readonly isText?: boolean;
  /** The day on which the state began; null when nobody knows. */
  readonly effectiveOn: string | null;
}

/** Creates a node in its first state, for the act that calls it; checks its right, journals, queues the event. */
export async function createAgreement(ctx: ActContext, given: NewAgreement, begin: Beginning) {
  checkFields(given, begin.state);
  const territoryId = given.territoryId ?? null;
  await requireTerritoryId(ctx.tx, given.space, territoryId);
  await requireTerritoryId(ctx.tx, given.space, begin.signedTerritoryId ?? null);
  const lead = given.leadOrganisation
    ? await organisationInSpace(ctx.tx, given.space, given.leadOrganisation)
    : null;
  const parent = given.parent ? await agreementInSpace(ctx.tx, given.space, given.parent) : null;
  ctx.authorise({
    organisations: lead ? [lead.id] : [],
    territoryPath: territoryId === null ? [] : await territoryPath(ctx.tx, territoryId),
    agreementPath: parent ? (await agreementScope(ctx.tx, parent)).agreementPath : [],
  });
  const reference = given.reference ?? (await nextReference(ctx, territoryId, begin.signedOn?.year ?? null));
  const row = rowOf(ctx, given, begin, { reference, leadId: lead?.id ?? null });
  if (!(await insertAgreement(ctx.tx, row))) throw agreementErrors.reference_taken({ reference });
  const { id, state, reported } = row;
  await insertStatePassage(ctx.tx, {
    id: ctx.ids.next(),
    agreementId: id,
    from: null,
    to: state,
    reported,
    effectiveOn: begin.effectiveOn,
    recordedAt: ctx.clock.now(),
    reason: null,
    documentId: begin.documentId ?? null,
  });
  if (given.ledToBy) await linkAgreements(ctx, { from: given.ledToBy, to: id, kind: "leads_to" });
  if (parent) await setParent(ctx, { agreementId: id, parentId: parent.id, reason: null });
  await ctx.journal({ object: { kind: "agreement", id }, after: { ...given, ...begin, reference } });
  await ctx.emit({ type: "agreements.created", objectId: id, payload: { reference, state, reported } });
  return { id, reference, state };
}

function checkFields(given: NewAgreement, first: State): void {
  const { kind, type, standsFor } = given;
  const from = given.periodFrom ?? null;
  const to = given.periodTo ?? null;
  if (!statesOf(kind).includes(first))
    throw agreementErrors.state_of_other_kind({ kind, state: first, accepted: statesOf(kind) });
  if (type && !typesOf(kind).includes(type))
    throw agreementErrors.type_of_other_kind({ kind, type, accepted: typesOf(kind) });
  if (standsFor && kind !== "bundle") throw agreementErrors.stands_for_only_bundle({ kind });
  if (from !== null && to !== null && from > to) throw agreementErrors.period_reversed({ from, to });
}

function rowOf(
  ctx: ActContext,
  given: NewAgreement,
  begin: Beginning,
  made: { reference: string; leadId: string | null },
): AgreementRow & { recorded_at: Date; folded: string } {
  const titles = { title: given.title, title_ar: given.titleAr ?? null, title_en: given.titleEn ?? null };
  return {
    id: ctx.ids.next(),
    space: given.space,
    reference: made.reference,
    kind: given.kind,
    type: given.type ?? (given.kind === "contract_programme" ? "contract_programme" : null),
    ...titles,
    purpose: given.purpose ?? null,
    state: begin.state,
    reported: begin.reported ?? false,
    stands_for: given.standsFor ?? null,
    period_from: given.periodFrom ?? null,
    period_to: given.periodTo ?? null,
    ...noDate,
    ...(begin.signedOn ? dateColumns(begin.signedOn) : {}),
    signed_territory_id: begin.signedTerritoryId ?? null,
    competence: given.competence ?? null,
    legacy: begin.legacy ?? false,
    territory_id: given.territoryId ?? null,
    lead_organisation_id: made.leadId,
    signed_document_id: begin.isText ? (begin.documentId ?? null) : null,
    next_action: given.nextAction ?? null,
    next_action_on: given.nextActionOn ?? null,
    revision: 1,
    recorded_at: ctx.clock.now(),
    folded: foldedOf({ reference: made.reference, ...titles }),
  };
}

const noDate = { signed_year: null, signed_month: null, signed_day: null, signed_weekday: null };

/** The columns of a signature date, as far as it is given. */
export function dateColumns(date: PartialDate) {
  return {
    signed_year: date.year,
    signed_month: date.month,
    signed_day: date.day,
    signed_weekday: date.weekday,
  };
}
export const signatureDate = partialDate;

/** What a search looks into. */
export function foldedOf(row: Pick<AgreementRow, "reference" | "title" | "title_ar" | "title_en">): string {
  return foldName([row.reference, row.title, row.title_ar ?? "", row.title_en ?? ""].join(" "));
}

/**
 * The next reference of a region and a year: R03-2021-1; NAT for the whole country, EXT abroad. The year is that of the
 * signature, else the present one. One act at a time draws a number, and a number is never drawn twice.
 */
async function nextReference(
  ctx: ActContext,
  territoryId: string | null,
  year: number | null,
): Promise<string> {
  const place = await placeCode(ctx.tx, territoryId);
  const prefix = `${place}-${year ?? dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4)}-`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`agreements ${prefix}`}, 0))`.execute(ctx.tx);
  const { last } = await onlyRow(ctx.tx, sql<{ last: number }>`select last_reference(${prefix}) as last`);
  return `${prefix}${last + 1}`;
}
