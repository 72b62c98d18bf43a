// Which situation of the field stands where: the list of docs/demo.md, each with the question that finds its rows.
import { type RawBuilder, sql } from "kysely";

export interface Situation {
  readonly says: string;
  /** References of agreements, commitments, contributions or events. */
  readonly see: readonly string[];
  /** Gives at least one row where the situation stands. */
  readonly found: RawBuilder<unknown>;
}

const agreement = (reference: string, condition = sql`true`) =>
  sql`select from agreements a where a.space = 'simulated' and a.reference = ${reference} and ${condition}`;
const commitment = (reference: string) => sql`find_commitment(${reference})`;
const factsWhere = (reference: string, condition: RawBuilder<unknown>) =>
  sql`select from facts f where f.commitment_id = (select id from ${commitment(reference)}) and ${condition}`;
const amended = (reference: string, type: string) =>
  agreement(
    reference,
    sql`exists (select from amendments m where m.agreement_id = a.id and m.type = ${type})`,
  );
const linked = (from: string, kind: string, to: string) => sql`
  select from agreement_links l join agreements f on f.id = l.from_id join agreements t on t.id = l.to_id
  where f.reference = ${from} and t.reference = ${to} and l.kind = ${kind}`;
const inState = (reference: string, state: string) => ({
  see: [reference],
  found: agreement(reference, sql`a.state = ${state}`),
});
const targetChange = (reference: string, sign: RawBuilder<unknown>) => sql`
  select from commitment_targets one join commitment_targets next
    on next.commitment_id = one.commitment_id and next.version = one.version + 1
  where one.commitment_id = (select id from ${commitment(reference)}) and next.quantity ${sign} one.quantity`;
const movedBy = (contribution: string, kind: string) => sql`
  select from contribution_movements m join contributions c on c.id = m.contribution_id
  join agreements a on a.id = c.agreement_id
  where a.reference || '/M' || c.number = ${contribution} and m.kind = ${kind}`;

/** Where agreements stand in their life, and how they came there. */
export const lifeSituations: readonly Situation[] = [
  { says: "A lead with its next action", ...inState("R90-2026-01", "lead") },
  {
    says: "A lead that nobody follows: its next action is overdue",
    ...{
      see: ["R90-2026-02"],
      found: agreement("R90-2026-02", sql`a.state = 'lead' and a.next_action_on < '2026-01-01'`),
    },
  },
  { says: "A draft that cannot go on: its indicators are undefined", ...inState("R90-2026-04", "drafting") },
  { says: "A text in verification", ...inState("R90-2026-05", "verification") },
  {
    says: "A text that was sent back once, and submitted again",
    see: ["R90-2026-06"],
    found: agreement(
      "R90-2026-06",
      sql`exists (select from agreement_states s where s.agreement_id = a.id
      and s.from_state = 'verification' and s.to_state = 'drafting')`,
    ),
  },
  { says: "Approved, waiting for the signature", ...inState("R90-2026-07", "approved") },
  { says: "Signed; its committee has not met, so it is not in force", ...inState("R90-2026-08", "signed") },
  {
    says: "Signed according to the press alone: its figures stay announced",
    see: ["R90-2026-09"],
    found: agreement("R90-2026-09", sql`a.state = 'signed' and a.reported`),
  },
  { says: "In force, ahead of its calendar, proven by others", ...inState("R90-2024-01", "in_force") },
  { says: "Suspended today", ...inState("R90-2024-05", "suspended") },
  {
    says: "Suspended once, and taken up again",
    see: ["R90-2023-04"],
    found: agreement(
      "R90-2023-04",
      sql`a.state = 'in_force' and exists (select from agreement_states s
      where s.agreement_id = a.id and s.from_state = 'suspended')`,
    ),
  },
  { says: "Closing, with accounts that are not settled", ...inState("R90-2023-05", "closing") },
  { says: "Closed, everything paid is justified", ...inState("R90-2023-06", "closed") },
  { says: "Terminated by an amendment", ...inState("R90-2024-06", "terminated") },
  { says: "A project given up before its signature", ...inState("R90-2025-02", "terminated") },
  { says: "Renewed", ...inState("R90-2023-07", "renewed") },
  {
    says: "The agreement that renews it",
    ...{ see: ["R90-2025-03"], found: linked("R90-2025-03", "renews", "R90-2023-07") },
  },
];

/** How agreements hang together, and how they change. */
export const treeSituations: readonly Situation[] = [
  {
    says: "A letter of intent with a foreign partner that led to a convention",
    ...{ see: ["R90-2024-02", "R90-2025-01"], found: linked("R90-2024-02", "leads_to", "R90-2025-01") },
  },
  {
    says: "A memorandum with an orientation (parity) and fields of cooperation",
    see: ["R90-2023-01"],
    found: agreement("R90-2023-01", sql`exists (select from orientations o where o.agreement_id = a.id)`),
  },
  {
    says: "A programme, a contract-programme under it, a bundle of four conventions",
    see: ["R90-2023-P1", "R90-2023-CP", "R90-2023-B1"],
    found: agreement("R90-2023-08", sql`cardinality(agreement_path(a.id)) = 4`),
  },
  {
    says: "A convention that hung under another parent until 22 January 2024",
    see: ["R90-2023-11"],
    found: agreement(
      "R90-2023-11",
      sql`(select count(*) from agreement_parents p where p.agreement_id = a.id) = 2`,
    ),
  },
  {
    says: "A framework agreement with two specific ones, joined by links",
    ...{
      see: ["R90-2024-07", "R90-2024-08", "R90-2024-09"],
      found: linked("R90-2024-09", "specifies", "R90-2024-07"),
    },
  },
  {
    says: "A target lowered by amendment; the original stays readable",
    ...{ see: ["R90-2023-02/1"], found: targetChange("R90-2023-02/1", sql`<`) },
  },
  {
    says: "A target raised by amendment",
    ...{ see: ["R90-2024-03/1"], found: targetChange("R90-2024-03/1", sql`>`) },
  },
  {
    says: "A duration extended by amendment",
    see: ["R90-2023-03"],
    found: amended("R90-2023-03", "duration"),
  },
  { says: "A party that joined by amendment", see: ["R90-2024-04"], found: amended("R90-2024-04", "party") },
  { says: "An amount raised by amendment", see: ["R90-2024-18/M3"], found: amended("R90-2024-18", "amount") },
];

/** What is promised, and in which words. */
export const promiseSituations: readonly Situation[] = [
  {
    says: "Two readings of one announced figure, none adopted, and the doubt between them",
    see: ["R90-2026-09/1"],
    found: sql`select from doubts d join commitments c on c.id = d.object_id where d.space = 'simulated'`,
  },
  {
    says: "An announced figure whose reading a person adopted",
    see: ["R90-2026-09/2"],
    found: sql`select from adopted_readings where space = 'simulated' and assertion_id is not null`,
  },
  {
    says: "Best efforts: orders «whenever possible», counted without a number to reach",
    see: ["R90-2023-15/1"],
    found: sql`select from ${commitment("R90-2023-15/1")} where kind = 'best_efforts'`,
  },
  {
    says: "A target without a deadline: never late",
    see: ["R90-2023-02/3"],
    found: sql`select from ${commitment("R90-2023-02/3")} where deadline is null`,
  },
  {
    says: "A promise without a number",
    see: ["R90-2023-11/2"],
    found: sql`select from commitment_targets t where t.quantity is null
               and t.commitment_id = (select id from ${commitment("R90-2023-11/2")})`,
  },
  {
    says: "A target broken down by province, whose parts do not cover it",
    see: ["R90-2024-01/1"],
    found: sql`select from commitment_breakdowns b join commitment_targets t on t.id = b.target_id
               where t.commitment_id = (select id from ${commitment("R90-2024-01/1")})`,
  },
  {
    says: "A promise behind its calendar",
    see: ["R90-2023-12/1"],
    found: sql`select from ${commitment("R90-2023-12/1")} where deadline > '2026-06-30'`,
  },
  {
    says: "A promise past its deadline, in an agreement that nobody closed",
    see: ["R90-2023-13/1"],
    found: sql`select from ${commitment("R90-2023-13/1")} where deadline < '2026-06-30'`,
  },
  {
    says: "An agreement in force that sleeps: nothing recorded for more than a year",
    see: ["R90-2023-14"],
    found: agreement(
      "R90-2023-14",
      sql`a.state = 'in_force' and '2025-06-30' > (select max(f.fact_date) from facts f
      join commitments c on c.id = f.commitment_id where c.agreement_id = a.id and c.number < 3)`,
    ),
  },
  {
    says: "An agreement in force without any evidence",
    see: ["R90-2025-04"],
    found: agreement(
      "R90-2025-04",
      sql`a.state = 'in_force' and not exists (select from facts f
      join commitments c on c.id = f.commitment_id where c.agreement_id = a.id)`,
    ),
  },
];

/** What was recorded, and how it counts. */
export const countingSituations: readonly Situation[] = [
  {
    says: "The same persons in two agreements: counted under each, once above",
    see: ["R90-2024-10/1", "R90-2024-11/1"],
    found: factsWhere(
      "R90-2024-10/1",
      sql`exists (select from facts o where o.subject_id = f.subject_id
      and o.indicator = f.indicator and o.commitment_id = (select id from ${commitment("R90-2024-11/1")}))`,
    ),
  },
  {
    says: "The same persons in two conventions of one contract-programme",
    see: ["R90-2023-08/1", "R90-2023-09/2"],
    found: factsWhere(
      "R90-2023-08/1",
      sql`exists (select from facts o where o.subject_id = f.subject_id
      and o.indicator = f.indicator and o.commitment_id = (select id from ${commitment("R90-2023-09/2")}))`,
    ),
  },
  {
    says: "Repeats: persons told twice under one commitment",
    see: ["R90-2024-12/1"],
    found: factsWhere(
      "R90-2024-12/1",
      sql`exists (select from facts o where o.subject_id = f.subject_id
      and o.indicator = f.indicator and o.commitment_id = f.commitment_id and o.id <> f.id)`,
    ),
  },
  {
    says: "Two numbers of one person merged; a merge that was wrong undone",
    see: ["R90-2024-13/1"],
    found: sql`select from subject_merges where exists (select from subject_merges where undone_at is not null)
               and undone_at is null`,
  },
  {
    says: "A person erased on the data officer's decision: her count stays",
    see: ["R90-2024-13/1"],
    found: sql`select from erasures`,
  },
  {
    says: "Not eligible: recorded with the reason, not counted",
    see: ["R90-2024-14/1"],
    found: factsWhere("R90-2024-14/1", sql`f.refusal in ('sex', 'milieu', 'residence', 'education')`),
  },
  {
    says: "Outside the period of the commitment",
    see: ["R90-2024-14/1"],
    found: factsWhere("R90-2024-14/1", sql`f.refusal = 'outside_period'`),
  },
  {
    says: "Results withdrawn with a reason",
    see: ["R90-2024-15/2"],
    found: factsWhere(
      "R90-2024-15/2",
      sql`exists (select from fact_entries e where e.fact_id = f.id
      and e.kind = 'withdrawn' and e.reason = 'Le contrat n''a jamais commencé')`,
    ),
  },
  {
    says: "Results corrected by hand, and by the source that sent its row anew",
    see: ["R90-2024-15/2", "R90-2024-15/1"],
    found: factsWhere(
      "R90-2024-15/1",
      sql`f.revision = 2 and exists (select from facts o where o.revision = 2
      and o.commitment_id = (select id from ${commitment("R90-2024-15/2")}))`,
    ),
  },
  {
    says: "Things, not persons: orders, places opened, days of a mobile unit",
    see: ["R90-2023-15/1", "R90-2023-11/1", "R90-2023-11/3"],
    found: factsWhere("R90-2023-11/3", sql`f.quantity > 1`),
  },
  {
    says: "Placements abroad",
    see: ["R90-2025-01/1"],
    found: factsWhere(
      "R90-2025-01/1",
      sql`exists (select from territories t where t.id = f.territory_id and t.kind = 'abroad')`,
    ),
  },
  ...([1, 2, 3, 4] as const).map((level) => ({
    says: `Evidence that stands at E${level}`,
    see: ["R90-2024-01/1"],
    found: factsWhere(
      "R90-2024-01/1",
      sql`coalesce((select max(e.evidence) from fact_entries e
      where e.fact_id = f.id and e.kind = 'verified'), 1) = ${level}`,
    ),
  })),
  {
    says: "Declared more than realised",
    see: ["R90-2024-16/1"],
    found: sql`select from declarations d where d.commitment_id = (select id from ${commitment("R90-2024-16/1")})
               having sum(d.quantity) > (select count(*) from facts f where f.commitment_id =
                 (select id from ${commitment("R90-2024-16/1")}))`,
  },
  {
    says: "Declared less than realised; a quarter declared anew",
    see: ["R90-2024-17/1"],
    found: sql`select from declarations d where d.replaced_at is not null
               and d.commitment_id = (select id from ${commitment("R90-2024-17/1")})`,
  },
];

/** Money, meetings, needs. */
export const otherSituations: readonly Situation[] = [
  {
    says: "Money called, paid and justified by party",
    ...{ see: ["R90-2024-18/M2"], found: movedBy("R90-2024-18/M2", "justified") },
  },
  {
    says: "More paid than promised",
    see: ["R90-2024-18/M2"],
    found: sql`select from contribution_movements m join contributions c on c.id = m.contribution_id
               join agreements a on a.id = c.agreement_id
               where a.reference = 'R90-2024-18' and c.number = 2 and m.kind = 'paid'
               having sum(m.amount_minor) > 600000000`,
  },
  {
    says: "A payer that nobody names",
    see: ["R90-2023-CP/M4"],
    found: sql`select from contributions c join agreements a on a.id = c.agreement_id
               where a.reference = 'R90-2023-CP' and c.role = 'contribution' and c.contributor_id is null`,
  },
  {
    says: "A contribution in kind, and one in another currency",
    see: ["R90-2025-01/M2", "R90-2025-01/M1"],
    found: sql`select from contributions where space = 'simulated' and in_kind
               and exists (select from contributions where space = 'simulated' and currency = 'EUR')`,
  },
  {
    says: "An event with round tables, decisions carried out and decisions overdue",
    see: ["ASSISES-R90-2025"],
    found: sql`select from event_decisions d join events e on e.id = d.event_id
               where e.reference = 'ASSISES-R90-2025' and d.done_on is null and d.due_on < '2026-06-30'`,
  },
  {
    says: "A committee that decided to meet each quarter and has not met since",
    see: ["COM-R90-2023-12-2"],
    found: sql`select from events where reference = 'COM-R90-2023-12-2'
               and not exists (select from events where reference like 'COM-R90-2023-12-3')`,
  },
  {
    says: "Needs that were stated and not promised, a share of them, an intention",
    see: ["ASSISES-R90-2025"],
    found: sql`select from stated_figures where space = 'simulated' and kind = 'intention'`,
  },
];
