// Frameworks, bundles and instruments, in the order of the review (a parent before what stands under it).
import { sql } from "kysely";
import {
  addField,
  addParty,
  agreementOf,
  attachAssertion,
  draftAgreement,
  editAgreement,
  type FieldName,
  linkAgreements,
  openLead,
  registerLegacy,
  reportSignature,
  stateOrientation,
} from "../agreements/index.ts";
import { type ActContext, firstRow, type PartialDate } from "../kernel/index.ts";
import type { Draft, DraftInstrument } from "./draft-format.ts";
import { completedDate } from "./partial-dates.ts";
import { organisationFor, personId, placeId, type Recording, sayingsAbout } from "./recording.ts";
import type { ReviewedAgreement } from "./review-format.ts";

type Attachments = { field: FieldName; rowId?: string; assertionId: string }[];

/** Records or joins each agreement of the review. */
export async function recordAgreements(recording: Recording): Promise<void> {
  for (const given of recording.review.agreements) {
    const known = await isKnown(recording.ctx, given.reference);
    const id = known ? await join(recording, given) : await create(recording, given);
    recording.objects.set(given.reference, { kind: "agreement", id });
    await attachValues(recording, given);
    await recordPartiesOf(recording, given);
  }
  await recordLinks(recording);
  await recordFields(recording);
  await recordOrientations(recording);
}

async function isKnown(ctx: ActContext, reference: string): Promise<boolean> {
  return (await firstRow(ctx.tx, sql`select from agreements where reference = ${reference}`)) !== undefined;
}

const instrumentOf = (draft: Draft, ref: string) => {
  const index = draft.instruments.findIndex((instrument) => instrument.ref === ref);
  const instrument = draft.instruments[index];
  return instrument ? { instrument, path: `instruments.${index}` } : null;
};

/** The instrument of the draft that the node is, or the first of those that it groups. */
function sourceOf(recording: Recording, given: ReviewedAgreement) {
  return instrumentOf(recording.draft, given.ref) ?? instrumentOf(recording.draft, given.partiesOf[0] ?? "");
}

/** The signature date as far as the text gives it, with what the reviewer infers. */
function signedOnOf(recording: Recording, given: ReviewedAgreement): PartialDate | null {
  const said = sourceOf(recording, given)?.instrument.signedOn?.value ?? null;
  const inferred = sayingsAbout(recording, given.reference).filter(({ field }) => field === "signed_on");
  return completedDate([said, ...inferred.map(({ value }) => value.value)]);
}

/** The place of signature as a territory: where the review puts the event. */
function signedAtOf(recording: Recording, given: ReviewedAgreement): string | null {
  const isPlaced = sourceOf(recording, given)?.instrument.signedAt?.value;
  return isPlaced ? placeId(recording.places, recording.review.event?.territory ?? null) : null;
}

async function create(recording: Recording, given: ReviewedAgreement): Promise<string> {
  const { ctx, review, documentId } = recording;
  const { reference, kind, type, title, parent } = given;
  const period = given.period?.value;
  const agreement = {
    ...{ space: review.space, reference, kind, type, title, parent, nextAction: given.nextAction },
    purpose: instrumentOf(recording.draft, given.ref)?.instrument.object?.value ?? null,
    standsFor: given.standsFor?.value ?? null,
    competence: given.competence?.value ?? null,
    territoryId: placeId(recording.places, given.territory),
    periodFrom: period?.from.year ? `${period.from.year}-01-01` : null,
    periodTo: period?.to.year ? `${period.to.year}-12-31` : null,
  };
  if (given.state === "lead") return (await openLead(ctx, agreement)).id;
  if (given.state === "reported") {
    const { id } = await draftAgreement(ctx, agreement);
    const [signedOn, signedTerritoryId] = [signedOnOf(recording, given), signedAtOf(recording, given)];
    await reportSignature(ctx, { agreement: reference, documentId, signedOn, signedTerritoryId });
    return id;
  }
  const state = given.state === "existing" ? "signed" : "in_force";
  return (await registerLegacy(ctx, { ...agreement, state, reported: true, documentId })).id;
}

/** A further source fills in the signature's date and place where they were open; all else stays as it is. */
async function join(recording: Recording, given: ReviewedAgreement): Promise<string> {
  const { ctx } = recording;
  const known = await agreementOf(ctx.tx, given.reference);
  const before = {
    year: known.signed_year,
    month: known.signed_month,
    day: known.signed_day,
    weekday: known.signed_weekday,
  };
  const signedOn = completedDate([before, signedOnOf(recording, given)]);
  const place = known.signed_territory_id === null ? signedAtOf(recording, given) : null;
  const changes = { ...(signedOn ? { signedOn } : {}), ...(place ? { signedTerritoryId: place } : {}) };
  await editAgreement(ctx, { agreement: known.reference, revision: known.revision, changes });
  return known.id;
}

/** Which value of the draft or the review gives which field of the agreement. */
function pathsOf(recording: Recording, given: ReviewedAgreement): [string, FieldName][] {
  const review = `review.agreements.${recording.review.agreements.indexOf(given)}`;
  const own: [string, FieldName][] = [
    [`${review}.standsFor`, "stands_for"],
    [`${review}.period`, "period"],
    [`${review}.competence`, "competence"],
  ];
  const framework = recording.draft.frameworks.findIndex(({ ref }) => ref === given.ref);
  if (framework >= 0)
    own.push([`frameworks.${framework}.name`, "title"], [`frameworks.${framework}.kind`, "type"]);
  const found = sourceOf(recording, given);
  if (!found) return own;
  const { instrument, path } = found;
  const count: FieldName[] = given.kind === "bundle" ? ["stands_for"] : [];
  return [
    ...own,
    ...count.map((field): [string, FieldName] => [`${path}.count`, field]),
    [`${path}.type`, "type"],
    [`${path}.status`, "state"],
    [`${path}.object`, "purpose"],
    [`${path}.signedOn`, "signed_on"],
    [`${path}.signedAt`, "signed_at"],
    [`${path}.duration`, "period"],
    ...instrument.fields.map((_, index): [string, FieldName] => [`${path}.fields.${index}`, "field"]),
    ...instrument.clauses.map((_, index): [string, FieldName] => [`${path}.clauses.${index}.kind`, "clause"]),
  ];
}

async function attachValues(recording: Recording, given: ReviewedAgreement): Promise<void> {
  const direct: Attachments = pathsOf(recording, given).flatMap(([path, field]) => {
    const assertionId = recording.assertions.get(path);
    return assertionId === undefined ? [] : [{ field, assertionId }];
  });
  const said: Attachments = sayingsAbout(recording, given.reference).map(({ field, assertion }) => ({
    field: field as FieldName,
    assertionId: assertion,
  }));
  await attach(recording, given.reference, [...direct, ...said]);
}

async function attach(recording: Recording, agreement: string, attachments: Attachments): Promise<void> {
  if (attachments.length > 0) await attachAssertion(recording.ctx, { agreement, attachments });
}

/** Those who sign or are bound stand where the review puts them; the parties of a group are its counterparties. */
async function recordPartiesOf(recording: Recording, given: ReviewedAgreement): Promise<void> {
  const { ctx, draft, review } = recording;
  const grouped = review.agreements.flatMap((agreement) => agreement.partiesOf);
  const refs = given.partiesOf.length > 0 ? given.partiesOf : grouped.includes(given.ref) ? [] : [given.ref];
  for (const found of refs.flatMap((ref) => instrumentOf(draft, ref) ?? [])) {
    for (const [index, party] of found.instrument.parties.entries()) {
      await recordParty(recording, given, party, `${found.path}.parties.${index}`);
    }
  }
  for (const { organisation, role } of given.parties)
    await addParty(ctx, { agreement: given.reference, organisation, role });
}

async function recordParty(
  recording: Recording,
  given: ReviewedAgreement,
  party: DraftInstrument["parties"][number],
  path: string,
): Promise<void> {
  const words = party.name?.value ?? "";
  const said = party.role?.value ?? "partner";
  const role = given.kind === "bundle" && said === "signatory" ? "counterparty" : said;
  const { id } = await addParty(recording.ctx, {
    agreement: given.reference,
    organisation: organisationFor(recording, words),
    role: role as Parameters<typeof addParty>[1]["role"],
    nameAtSignature: words,
    signed: said === "signatory" && given.state !== "lead" ? true : null,
  });
  const parts: [string, FieldName][] = [
    ["name", "party"],
    ["kind", "party"],
    ["role", "party_role"],
  ];
  const attachments: Attachments = parts.flatMap(([part, field]) => {
    const assertionId = recording.assertions.get(`${path}.${part}`);
    return assertionId === undefined ? [] : [{ field, rowId: id, assertionId }];
  });
  await attach(recording, given.reference, attachments);
}

async function recordLinks({ ctx, draft, review }: Recording): Promise<void> {
  const referenceOf = (ref: string) =>
    review.agreements.find((agreement) => agreement.ref === ref)?.reference;
  const links = draft.instruments.flatMap((instrument) => [
    ...instrument.refersTo.map((to) => ({ from: instrument.ref, to, kind: "refers_to" as const })),
    ...(instrument.leadsTo
      ? [{ from: instrument.ref, to: instrument.leadsTo, kind: "leads_to" as const }]
      : []),
  ]);
  for (const link of links) {
    const [from, to] = [referenceOf(link.from), referenceOf(link.to)];
    if (from && to) await linkAgreements(ctx, { from, to, kind: link.kind });
  }
  for (const { from, to, kind } of review.links) await linkAgreements(ctx, { from, to, kind });
}

async function recordFields(recording: Recording): Promise<void> {
  for (const [index, { agreement, kind, code, label }] of recording.review.fields.entries()) {
    await addField(recording.ctx, { agreement, kind, code, label: label.value });
    const assertionId = recording.assertions.get(`review.fields.${index}.label`);
    if (assertionId) await attach(recording, agreement, [{ field: "field", assertionId }]);
  }
}

async function recordOrientations(recording: Recording): Promise<void> {
  for (const [index, orientation] of recording.draft.orientations.entries()) {
    const placed = recording.review.orientations[index];
    const authored = placed?.author || orientation.author?.value;
    if (!placed?.agreement || !orientation.kind?.value || !authored) continue;
    const { id } = await stateOrientation(recording.ctx, {
      agreement: placed.agreement,
      kind: orientation.kind.value as Parameters<typeof stateOrientation>[1]["kind"],
      wording: orientation.kind.passage.text,
      authorOfficeHolderId: personId(recording, placed.author),
      authorText: orientation.author?.value ?? null,
    });
    const name = `orientations.${index}`;
    recording.objects.set(name, { kind: "orientation", id });
    const own = [`${name}.kind`, `${name}.author`].flatMap((path) => recording.assertions.get(path) ?? []);
    const further = sayingsAbout(recording, name).map(({ assertion }) => assertion);
    const attachments = [...own, ...further].map((assertionId) => ({
      field: "orientation" as const,
      rowId: id,
      assertionId,
    }));
    await attach(recording, placed.agreement, attachments);
  }
}
