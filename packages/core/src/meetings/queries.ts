// An event in full, and the events of an agreement.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import {
  type Db,
  defineQuery,
  firstRow,
  keyText,
  objectScope,
  partialDate,
  plainDate,
  rows,
  space,
} from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import {
  agreementRelation,
  attendanceRole,
  eventKind,
  eventReference,
  partKind,
  topicKind,
} from "./model.ts";

const place = z.object({ scheme: z.string(), code: z.string(), fr: z.string(), ar: z.string() });
const party = z.object({ reference: z.string(), name: z.string() });
const source = z.object({
  assertion: z.uuid(),
  field: z.string(),
  rowId: z.uuid().nullable(),
  how: z.enum(["literal", "normalised", "inferred"]),
  why: z.string().nullable(),
  document: z.uuid(),
  title: z.string(),
  passage: z.object({ id: z.uuid(), start: z.int(), end: z.int(), text: z.string() }),
});

export const eventHead = z.object({
  id: z.uuid(),
  space,
  reference: eventReference,
  kind: eventKind,
  name: z.string().nullable(),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** False while the Arabic name waits for a reader. */
  arReviewed: z.boolean(),
  date: partialDate,
  dateText: z.string().nullable(),
  territory: place.nullable(),
  placeText: z.string().nullable(),
});
type EventHead = z.infer<typeof eventHead>;

const part = z.object({
  id: z.uuid(),
  ordinal: z.int(),
  kind: partKind,
  topic: z.string().nullable(),
  topicAr: z.string().nullable(),
  topicInferred: z.boolean(),
  host: party.nullable(),
  territory: place.nullable(),
  placeStated: z.boolean(),
});
const participant = z.object({
  id: z.uuid(),
  part: z.int().nullable(),
  role: attendanceRole,
  organisation: party.nullable(),
  person: z
    .object({ name: z.string().nullable(), function: z.string(), organisation: z.string() })
    .nullable(),
  category: z.string().nullable(),
  headcount: z.int().nullable(),
});
const topic = z.object({
  id: z.uuid(),
  kind: topicKind,
  code: z.string().nullable(),
  label: z.string(),
  labelAr: z.string().nullable(),
});
export const concernedHead = z.object({
  reference: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
});
const concerned = concernedHead.extend({ relation: agreementRelation });
export const decisionShown = z.object({
  id: z.uuid(),
  number: z.int(),
  decision: z.string(),
  owner: party.nullable(),
  dueOn: plainDate.nullable(),
  doneOn: plainDate.nullable(),
  leadsTo: z.string().nullable(),
});

export const eventInFullShown = eventHead.extend({
  parts: z.array(part),
  participants: z.array(participant),
  topics: z.array(topic),
  agreements: z.array(concerned),
  decisions: z.array(decisionShown),
  sources: z.array(source),
});

const territoryJson = sql`
  case when t.id is not null then
    json_build_object('scheme', t.scheme, 'code', t.code, 'fr', t.name_fr, 'ar', t.name_ar) end`;
const partyJson = sql`
  case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end`;

export const eventHeadColumns = sql`
  e.id, e.space, e.reference, e.kind, e.name, e.name_ar as "nameAr", e.name_en as "nameEn",
  not translation_waits('event', e.id::text, 'name', e.name_ar) as "arReviewed", e.date_text as "dateText", e.place_text as "placeText",
  json_build_object('year', e.date_year, 'month', e.date_month, 'day', e.date_day, 'weekday', e.date_weekday) as date,
  ${territoryJson} as territory`;

function partsOf(db: Db, eventId: string): Promise<z.infer<typeof part>[]> {
  return rows(
    db,
    sql<z.infer<typeof part>>`
      select p.id, p.ordinal, p.kind, p.topic, p.topic_ar as "topicAr", p.topic_inferred as "topicInferred", ${partyJson} as host,
             ${territoryJson} as territory, p.place_stated as "placeStated"
      from event_parts p
      left join organisations o on o.id = p.host_organisation_id
      left join territories t on t.id = p.territory_id
      where p.event_id = ${eventId} order by p.ordinal`,
  );
}

function participantsOf(db: Db, eventId: string): Promise<z.infer<typeof participant>[]> {
  return rows(
    db,
    sql<z.infer<typeof participant>>`
      select p.id, part.ordinal as part, p.role, ${partyJson} as organisation, p.category, p.headcount,
             case when h.id is not null then
               json_build_object('name', h.name, 'function', h.function, 'organisation', held.name) end as person
      from event_participants p
      left join event_parts part on part.id = p.part_id
      left join organisations o on o.id = p.organisation_id
      left join office_holders h on h.id = p.office_holder_id
      left join organisations held on held.id = h.organisation_id
      where p.event_id = ${eventId} order by part.ordinal nulls first, p.id`,
  );
}

function topicsOf(db: Db, eventId: string): Promise<z.infer<typeof topic>[]> {
  return rows(
    db,
    sql<
      z.infer<typeof topic>
    >`select id, kind, code, label, label_ar as "labelAr" from event_topics where event_id = ${eventId} order by id`,
  );
}

function agreementsOf(db: Db, eventId: string): Promise<z.infer<typeof concerned>[]> {
  return rows(
    db,
    sql<z.infer<typeof concerned>>`
      select a.reference, a.title, a.title_ar as "titleAr", a.title_en as "titleEn", e.relation
      from event_agreements e join agreements a on a.id = e.agreement_id
      where e.event_id = ${eventId} order by a.reference, e.relation`,
  );
}

export function decisionsOf(db: Db, eventId: string): Promise<z.infer<typeof decisionShown>[]> {
  return rows(
    db,
    sql<z.infer<typeof decisionShown>>`
      select d.id, d.number, d.decision, ${partyJson} as owner, d.due_on as "dueOn", d.done_on as "doneOn",
             a.reference as "leadsTo"
      from event_decisions d
      left join organisations o on o.id = d.owner_id
      left join agreements a on a.id = d.leads_to_agreement_id
      where d.event_id = ${eventId} order by d.number`,
  );
}

function sourcesOf(db: Db, eventId: string): Promise<z.infer<typeof source>[]> {
  return rows(
    db,
    sql<z.infer<typeof source>>`
      select a.id as assertion, link.field, link.row_id as "rowId", a.how, a.why, d.id as document, d.title,
             json_build_object('id', p.id, 'start', p.start_offset, 'end', p.end_offset, 'text', p.content) as passage
      from event_assertions link
      join assertions a on a.id = link.assertion_id
      join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      where link.event_id = ${eventId} order by a.recorded_at, p.start_offset, link.field, a.id`,
  );
}

/** An event with its parts, who took part, what it was about, concerned and decided, and the passages that say so. */
export const eventInFull = defineQuery({
  name: "meetings.event",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ event: eventReference }),
  output: eventInFullShown,
  async run(ctx, given) {
    const event = await firstRow(
      ctx.tx,
      sql<EventHead>`
        select ${eventHeadColumns} from events e left join territories t on t.id = e.territory_id
        where e.reference = ${given.event}`,
    );
    if (!event) throw meetingErrors.unknown({ event: given.event });
    // whoever reads an agreement that it concerns reads the event, the parties of that agreement too
    ctx.authorise(await objectScope(ctx.tx, event.id));
    const [parts, participants, topics, agreements, decisions, sources] = await Promise.all([
      partsOf(ctx.tx, event.id),
      participantsOf(ctx.tx, event.id),
      topicsOf(ctx.tx, event.id),
      agreementsOf(ctx.tx, event.id),
      decisionsOf(ctx.tx, event.id),
      sourcesOf(ctx.tx, event.id),
    ]);
    return { ...event, parts, participants, topics, agreements, decisions, sources };
  },
});

/** The events that concern an agreement, and what each had to do with it. */
export const eventsOfAgreement = defineQuery({
  name: "meetings.of_agreement",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ agreement: keyText }),
  output: z.object({ events: z.array(eventHead.extend({ relation: agreementRelation })) }),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const events = await rows(
      ctx.tx,
      sql<EventHead & { relation: z.infer<typeof agreementRelation> }>`
        select ${eventHeadColumns}, link.relation
        from event_agreements link
        join events e on e.id = link.event_id
        left join territories t on t.id = e.territory_id
        where link.agreement_id = ${agreement.id}
        order by e.date_year, e.date_month, e.date_day, e.reference, link.relation`,
    );
    return { events };
  },
});
