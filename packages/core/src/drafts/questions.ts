// The questions that the five texts must answer, as SQL over columns. Each gives the same columns for every text, so
// that a list of facts reads as question and answer.

/** One fact of a text: what it says, the question that finds it in the register, and the exact answer. */
export interface Fact {
  /** The fact, as the field would say it. */
  readonly says: string;
  readonly question: string;
  /** The rows of the answer, column by column. */
  readonly answer: readonly (readonly (string | number | boolean | null)[])[];
  /** The words of the shipped note that give it. */
  readonly passages: readonly string[];
  /** Where a person sees it. */
  readonly screen: string;
}

export interface FactsOfText {
  readonly text: "000" | "001" | "002" | "003" | "004";
  readonly facts: readonly Fact[];
}

export type Section =
  | "words"
  | "commitments"
  | "money"
  | "parties"
  | "events"
  | "orientations"
  | "fields"
  | "figures"
  | "tree"
  | "history"
  | "conflicts";

/** A section of an agreement's page. */
export const page = (agreement: string, section: Section) => `/agreements/${agreement} › ${section}`;

const columns = (names: readonly string[], table: string) =>
  names.map((name) => `${table}.${name}`).join(", ");

/** Columns of an agreement. */
export const agreement = (reference: string, ...names: string[]) =>
  `select ${columns(names, "a")} from agreements a where a.reference = '${reference}'`;

/** Columns of an event. */
export const event = (reference: string, ...names: string[]) =>
  `select ${columns(names, "e")} from events e where e.reference = '${reference}'`;

/** Columns of a commitment. */
export const commitment = (reference: string, ...names: string[]) =>
  `select ${columns(names, "c")} from commitments c join agreements a on a.id = c.agreement_id
   where a.reference || '/' || c.number = '${reference}'`;

const saying = `
  join assertions v on v.id = link.assertion_id
  join documents d on d.id = v.document_id
  join recorded_drafts r on r.document_id = d.id
  left join office_holders h on h.id = v.said_by`;

/** Number, indicator, unit, populations, speaker and title of each reading of a commitment's figure, in order. */
export const readings = (reference: string) =>
  `select v.quantity::int, v.indicator, v.unit, array_to_string(v.populations, '+'), h.name, d.title
   from commitment_assertions link join commitments c on c.id = link.commitment_id
   join agreements a on a.id = c.agreement_id ${saying}
   join passages p on p.id = v.passage_id
   where link.field = 'target' and a.reference || '/' || c.number = '${reference}'
   order by r.recorded_at, d.title desc, p.start_offset`;

/** What the texts say of one field of a commitment. */
export const commitmentSaying = (reference: string, field: string, ...names: string[]) =>
  `select ${columns(names, "v")} from commitment_assertions link join commitments c on c.id = link.commitment_id
   join agreements a on a.id = c.agreement_id ${saying}
   join passages p on p.id = v.passage_id
   where link.field = '${field}' and a.reference || '/' || c.number = '${reference}' order by d.title desc, p.start_offset`;

/** What the texts say of one field of an agreement. */
export const agreementSaying = (reference: string, field: string, ...names: string[]) =>
  `select ${columns(names, "v")} from agreement_assertions link join agreements a on a.id = link.agreement_id ${saying}
   join passages p on p.id = v.passage_id
   where link.field = '${field}' and a.reference = '${reference}' order by d.title desc, p.start_offset, v.id`;

/** What the texts say of one field of an event. */
export const eventSaying = (reference: string, field: string, ...names: string[]) =>
  `select ${columns(names, "v")} from event_assertions link join events e on e.id = link.event_id ${saying}
   join passages p on p.id = v.passage_id
   where link.field = '${field}' and e.reference = '${reference}' order by d.title desc, p.start_offset, v.id`;

/** Reference, kind and role of the parties; whether the texts name them as signing. */
export const parties = (reference: string) =>
  `select o.reference, o.kind, p.role, p.signed from agreement_parties p
   join agreements a on a.id = p.agreement_id join organisations o on o.id = p.organisation_id
   where a.reference = '${reference}' order by p.role, o.reference`;

/** Codes of one kind of field of an agreement. */
export const fields = (reference: string, kind: string) =>
  `select f.code from agreement_fields f join agreements a on a.id = f.agreement_id
   where a.reference = '${reference}' and f.kind = '${kind}' order by f.code`;

/** Kind and author of the orientations of an agreement. */
export const orientations = (reference: string) =>
  `select o.kind, h.name, o.author_text from orientations o join agreements a on a.id = o.agreement_id
   left join office_holders h on h.id = o.author_office_holder_id where a.reference = '${reference}' order by o.kind`;

/** The populations that the texts name beside an orientation. */
export const orientationWords = (reference: string, kind: string) =>
  `select v.text_value from orientations o join agreements a on a.id = o.agreement_id
   join agreement_assertions link on link.row_id = o.id join assertions v on v.id = link.assertion_id
   where a.reference = '${reference}' and o.kind = '${kind}' and v.topic = 'orientation'
     and v.text_value <> o.kind order by v.text_value`;

/** Ordinal, kind, topic of an event's parts, and whether the topic is inferred. */
export const parts = (reference: string) =>
  `select p.ordinal, p.kind, p.topic, p.topic_inferred from event_parts p join events e on e.id = p.event_id
   where e.reference = '${reference}' order by p.ordinal`;

/** Part, organisation, person, function, category and headcount of those who took part in a role. */
export const attendance = (reference: string, role: string) =>
  `select part.ordinal, o.reference, h.name, h.function, p.category, p.headcount
   from event_participants p join events e on e.id = p.event_id
   left join event_parts part on part.id = p.part_id
   left join organisations o on o.id = p.organisation_id
   left join office_holders h on h.id = p.office_holder_id
   where e.reference = '${reference}' and p.role = '${role}' order by part.ordinal nulls first, p.id`;

/** Codes of what an event was about. */
export const topics = (reference: string, kind: string) =>
  `select t.code from event_topics t join events e on e.id = t.event_id
   where e.reference = '${reference}' and t.kind = '${kind}' order by t.id`;

/** What an event had to do with which agreement. */
export const concerned = (reference: string) =>
  `select link.relation, a.reference from event_agreements link join events e on e.id = link.event_id
   join agreements a on a.id = link.agreement_id where e.reference = '${reference}' order by link.relation, a.reference`;

/** Decision, what it leads to, and the day by which. */
export const decisions = (reference: string) =>
  `select d.decision, a.reference, d.due_on from event_decisions d join events e on e.id = d.event_id
   left join agreements a on a.id = d.leads_to_agreement_id where e.reference = '${reference}' order by d.number`;

/** Kind and other end of the links that leave an agreement. */
export const links = (reference: string) =>
  `select l.kind, o.reference from agreement_links l join agreements a on a.id = l.from_id
   join agreements o on o.id = l.to_id where a.reference = '${reference}' order by l.kind, o.reference`;

/** The parent under which an agreement counts. */
export const parent = (reference: string) =>
  `select up.reference from agreement_parents p join agreements a on a.id = p.agreement_id
   join agreements up on up.id = p.parent_id where a.reference = '${reference}' and upper_inf(p.known)`;

/** Role, payer, amount in minor units, currency, qualifier and basis of the money at an agreement. */
export const money = (reference: string) =>
  `select c.role, o.reference, m.amount_minor, c.currency, m.qualifier, c.basis from contributions c
   join contribution_amounts m on m.contribution_id = c.id join agreements a on a.id = c.agreement_id
   left join organisations o on o.id = c.contributor_id where a.reference = '${reference}' order by c.number`;

/** The doubts about an object, with their readings one by one. */
export const doubts = (reference: string, field: string) =>
  `select b.about, reading from doubts b join agreements a on a.id = b.object_id, unnest(b.readings) as reading
   where a.reference = '${reference}' and b.object_kind = 'agreement.${field}' order by b.id, reading`;

/** The names under which an organisation is known. */
export const names = (reference: string) =>
  `select n.name, n.kind from organisation_names n join organisations o on o.id = n.organisation_id
   where o.reference = '${reference}' order by n.kind, n.name`;

/** Name, function and organisation of an office-holder. */
export const holder = (name: string) =>
  `select h.name, h.function, o.reference from office_holders h join organisations o on o.id = h.organisation_id
   where h.name = '${name}' order by h.function`;

/** Scheme and code of the territory in one column of one row. */
export const placeOf = (table: "agreements" | "events" | "commitments", column: string, reference: string) =>
  table === "commitments"
    ? `select t.scheme, t.code from commitments c join agreements a on a.id = c.agreement_id
       join territories t on t.id = c.${column} where a.reference || '/' || c.number = '${reference}'`
    : `select t.scheme, t.code from ${table} x join territories t on t.id = x.${column} where x.reference = '${reference}'`;

/** Kind, number, unit, who says it and territory of the stated figures of an event. */
export const figuresOfEvent = (reference: string) =>
  `select f.kind, f.quantity::int, f.unit, h.name, t.code from stated_figures f join events e on e.id = f.event_id
   left join office_holders h on h.id = f.office_holder_id left join territories t on t.id = f.territory_id
   where e.reference = '${reference}' order by f.id`;
