// Which situation of an agreement and of its promises stands where: the first part of the list of docs/demo.md.
import { sql } from "kysely";
import { agreement, amended, commitment, inState, linked, type Situation, targetChange } from "./finding.ts";

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
    says: "A text being written: two versions, a proposed figure that changed, a comment that is settled",
    see: ["R90-2026-05"],
    found: agreement(
      "R90-2026-05",
      sql`(select count(*) from text_versions v where v.agreement_id = a.id) = 2
      and (select count(*) from proposed_figures f where f.agreement_id = a.id) = 3`,
    ),
  },
  {
    says: "A second version of the templates, which came while a text was being written with the first",
    see: ["R90-2026-05"],
    found: sql`select from text_templates where space = 'simulated' and version = 2`,
  },
  {
    says: "A text that was sent back once, and submitted again",
    see: ["R90-2026-06"],
    found: agreement(
      "R90-2026-06",
      sql`exists (select from agreement_states s where s.agreement_id = a.id
      and s.from_state = 'verification' and s.to_state = 'drafting')`,
    ),
  },
  {
    says: "One session that gave two agreements their visa",
    ...{
      see: ["R90-2026-05", "R90-2026-06"],
      found: sql`select sitting_id from approvals where sitting_id is not null group by 1 having count(*) = 2`,
    },
  },
  {
    says: "A partner one of whose papers is not in order",
    ...{
      see: ["R90-2026-05"],
      found: sql`select from organisation_checks k join organisations o on o.id = k.organisation_id
                 where o.reference = 'SIM-SANTE' and k.outcome = 'not_in_order'`,
    },
  },
  { says: "Approved, waiting for the signature", ...inState("R90-2026-07", "approved") },
  { says: "Signed; its committee has not met, so it is not in force", ...inState("R90-2026-08", "signed") },
  {
    says: "A signature whose signed page was scanned and kept",
    see: ["R90-2026-08"],
    found: agreement("R90-2026-08", sql`exists (select from signature_scans s where s.agreement_id = a.id)`),
  },
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
  { says: "Closed with its file: everything paid is justified", ...inState("R90-2023-06", "closed") },
  { says: "Terminated by an amendment", ...inState("R90-2024-06", "terminated") },
  { says: "A project given up before its signature", ...inState("R90-2025-02", "given_up") },
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
    found: sql`select from ${commitment("R90-2023-02/3")} where deadline is null and period_to is null`,
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
    says: "An agreement in force that sleeps: no report, no declaration and no result for more than a year",
    see: ["R90-2023-01"],
    found: agreement(
      "R90-2023-01",
      sql`a.state = 'in_force' and not exists (select from reports r where r.agreement_id = a.id)
      and not exists (select from commitments c where c.agreement_id = a.id
        and (exists (select from facts f where f.commitment_id = c.id)
          or exists (select from declarations d where d.commitment_id = c.id)))`,
    ),
  },
  {
    says: "Promises without a result for more than a year, in an agreement that its annex alone keeps awake",
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
