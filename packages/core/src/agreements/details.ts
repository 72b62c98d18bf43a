// The parts of one agreement: parties, links, fields, aims, amendments, approvals, signatures.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, type Db, dayOf, dbOf, endOfDay, rows } from "../kernel/index.ts";
import {
  latestChecks,
  needsVerification,
  type OrganisationKind,
  partnerVerification,
  verificationOn,
  verificationPoint,
  warnedUntil,
} from "../organisations/index.ts";
import {
  amendedFields,
  amendmentType,
  approvalKind,
  fieldKind,
  linkKind,
  orientationKind,
  partyRole,
  signatureSide,
} from "./model.ts";

const person = z.object({ id: z.uuid(), name: z.string().nullable(), function: z.string() });

export const party = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  reference: z.string(),
  kind: z.string(),
  role: partyRole,
  nameAtSignature: z.string(),
  presentName: z.string(),
  signed: z.boolean().nullable(),
  representatives: z.array(person),
});

export const partiesOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof party>>`
      select p.id, p.organisation_id as "organisationId", o.reference, o.kind, p.role,
             p.name_at_signature as "nameAtSignature", o.name as "presentName", p.signed,
             coalesce((
               select json_agg(json_build_object('id', h.id, 'name', h.name, 'function', h.function)
                               order by h.function, h.name)
               from agreement_representatives r join office_holders h on h.id = r.office_holder_id
               where r.party_id = p.id), '[]') as representatives
      from agreement_parties p join organisations o on o.id = p.organisation_id
      where p.agreement_id = ${agreementId}
      order by p.role, p.name_at_signature`,
  );

export const link = z.object({
  kind: linkKind,
  /** `to`: this agreement leads to, renews… the other one; `from`: the other one does. */
  direction: z.enum(["to", "from"]),
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  state: z.string(),
});

export const linksOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof link>>`
      select l.kind, case when l.from_id = ${agreementId} then 'to' else 'from' end as direction, a.id, a.reference,
             a.title, a.title_ar as "titleAr", a.title_en as "titleEn", a.state
      from agreement_links l
      join agreements a on a.id = case when l.from_id = ${agreementId} then l.to_id else l.from_id end
      where l.from_id = ${agreementId} or l.to_id = ${agreementId}
      order by l.kind, direction desc, a.reference`,
  );

export const field = z.object({ kind: fieldKind, code: z.string(), label: z.string().nullable() });

export const fieldsOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof field>>`
      select kind, code, label from agreement_fields where agreement_id = ${agreementId} order by kind, code`,
  );

export const orientation = z.object({
  id: z.uuid(),
  kind: orientationKind,
  wording: z.string(),
  authorOrganisation: z.object({ reference: z.string(), name: z.string() }).nullable(),
  authorPerson: person.nullable(),
  authorText: z.string().nullable(),
});

export const orientationsOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof orientation>>`
      select t.id, t.kind, t.wording, t.author_text as "authorText",
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end
               as "authorOrganisation",
             case when h.id is not null then json_build_object('id', h.id, 'name', h.name, 'function', h.function) end
               as "authorPerson"
      from orientations t
      left join organisations o on o.id = t.author_organisation_id
      left join office_holders h on h.id = t.author_office_holder_id
      where t.agreement_id = ${agreementId}
      order by t.kind, t.id`,
  );

export const amendment = z.object({
  id: z.uuid(),
  number: z.int(),
  type: amendmentType,
  effectiveOn: z.string(),
  clause: z.string(),
  reason: z.string(),
  /** The agreement's own fields that it changed, as they stood before and as they stand after. */
  changes: z.array(
    z.object({ field: z.enum(amendedFields), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  documentId: z.uuid().nullable(),
});

export const amendmentsOf = (ctx: Context, agreementId: string, knownOn: string | null) =>
  rows(
    dbOf(ctx),
    sql<z.infer<typeof amendment>>`
      select id, number, type, effective_on as "effectiveOn", clause, reason, changes, document_id as "documentId"
      from amendments
      where agreement_id = ${agreementId} and recorded_at < ${endOfDay(knownOn, ctx.timeZone)}
      order by number`,
  );

export const approval = z.object({
  id: z.uuid(),
  kind: approvalKind,
  organisation: z.string(),
  organisationReference: z.string(),
  number: z.string(),
  decidedOn: z.string(),
  votesFor: z.int().nullable(),
  votesAgainst: z.int().nullable(),
  votesAbstained: z.int().nullable(),
  documentId: z.uuid().nullable(),
  /** The number of the amendment that it approved; null: the agreement itself. */
  amendment: z.int().nullable(),
  /** The session in which it was approved with others. */
  sitting: z.object({ id: z.uuid(), label: z.string() }).nullable(),
});

export const approvalsOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof approval>>`
      select a.id, a.kind, o.name as organisation, o.reference as "organisationReference", a.number, a.decided_on as "decidedOn", a.votes_for as "votesFor",
             a.votes_against as "votesAgainst", a.votes_abstained as "votesAbstained", coalesce(a.document_id, t.document_id) as "documentId",
             a.of_amendment as amendment,
             case when t.id is not null then json_build_object('id', t.id, 'label', t.label) end as sitting
      from approvals a
      join organisations o on o.id = a.organisation_id
      left join approval_sittings t on t.id = a.sitting_id
      where a.agreement_id = ${agreementId}
      order by a.decided_on, a.number`,
  );

/** A partner that has to be verified before the signature, as it stands today. */
export const partyVerification = partnerVerification.extend({ reference: z.string(), name: z.string() });

export async function partyVerifications(ctx: Context, agreementId: string) {
  const parties = await rows(
    dbOf(ctx),
    sql<{ id: string; kind: OrganisationKind; reference: string; name: string }>`
      select distinct o.id, o.kind, o.reference, o.name
      from agreement_parties p join organisations o on o.id = p.organisation_id
      where p.agreement_id = ${agreementId} order by o.name`,
  );
  const checked = parties.filter(({ kind }) => needsVerification(kind));
  const day = dayOf(ctx.clock.now(), ctx.timeZone);
  const checks = await latestChecks(
    dbOf(ctx),
    checked.map(({ id }) => id),
    day,
  );
  const soon = await warnedUntil(dbOf(ctx), day);
  return checked.map(({ id, kind, reference, name }) => ({
    ...{ reference, name },
    ...verificationOn(kind, checks.get(id) ?? [], day, soon),
  }));
}

export const waiver = z.object({
  id: z.uuid(),
  organisation: z.string(),
  name: z.string(),
  points: z.array(verificationPoint),
  reason: z.string(),
  waivedBy: z.string(),
  recordedAt: z.string(),
});

export const waiversOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof waiver>>`
      select w.id, o.reference as organisation, o.name, w.points, w.reason, w.waived_by as "waivedBy",
             to_json(w.recorded_at) #>> '{}' as "recordedAt"
      from verification_waivers w join organisations o on o.id = w.organisation_id
      where w.agreement_id = ${agreementId} order by w.recorded_at, w.id`,
  );

export const signature = z.object({
  id: z.uuid(),
  party: z.string(),
  organisation: z.string(),
  person: person,
  side: signatureSide.nullable(),
  capacity: z.string(),
  power: z.string().nullable(),
  signedOn: z.string(),
  place: z.string().nullable(),
  /** The page that bears it: its SHA-256. */
  scan: z.string().nullable(),
});

export const signaturesOf = (db: Db, agreementId: string) =>
  rows(
    db,
    sql<z.infer<typeof signature>>`
      select s.id, p.name_at_signature as party, o.reference as organisation, s.side, s.capacity, s.power, s.signed_on as "signedOn", s.place,
             (select n.file_hash from signature_scans n where n.signature_id = s.id order by n.id desc limit 1) as scan,
             json_build_object('id', h.id, 'name', h.name, 'function', h.function) as person
      from signatures s
      join agreement_parties p on p.id = s.party_id
      join organisations o on o.id = p.organisation_id
      join office_holders h on h.id = s.office_holder_id
      where s.agreement_id = ${agreementId}
      order by s.signed_on, p.name_at_signature`,
  );
