// Which situation of results, money and meetings stands where: the second part of the list of docs/demo.md.
import { sql } from "kysely";
import { commitment, factsWhere, movedBy, type Situation } from "./finding.ts";

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
    says: "Money released in tranches: conditions met, one waived with its reason, two tranches late",
    see: ["R90-2023-02/M2", "R90-2024-18/M2", "R90-2024-18/M3"],
    found: sql`select from tranche_waivers where exists (select from tranche_documents)
               and 5 = (select count(*) from tranche_calls) and 8 = (select count(*) from tranches)`,
  },
  {
    says: "A payment with its bank notice, put right after a slip",
    see: ["R90-2023-02/M2"],
    found: sql`select from movement_withdrawals w join movement_papers p on p.movement_id = w.movement_id`,
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
    says: "Money in two currencies, read in one by dated rates",
    see: ["R90-2025-01/M1", "R90-2025-01/M3"],
    found: sql`select from agreements a
               where a.reference = 'R90-2025-01'
                 and 2 = (select count(distinct c.currency) from contributions c
                          where c.agreement_id = a.id and c.role = 'contribution' and not c.in_kind)
                 and exists (select from exchange_rates r
                             where r.space = 'simulated' and r.from_currency = 'EUR' and r.to_currency = 'MAD')`,
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
    says: "A committee at work: minutes published, a decision carried out, one carried over and late again",
    see: ["R90-2023-02", "COM-R90-2023-02-1", "COM-R90-2023-02-2"],
    found: sql`select from committee_meetings m join events e on e.id = m.event_id
               join event_decisions late on late.event_id = e.id and late.done_on is null
               where e.reference = 'COM-R90-2023-02-1' and m.state = 'published' and late.due_on < '2026-06-30'
               and exists (select from decision_postponements p where p.decision_id = late.id)
               and exists (select from event_decisions d where d.event_id = e.id and d.done_on is not null)`,
  },
  {
    says: "An auditor's recommendation past its day",
    see: ["R90-2023-02", "AUD-R90-2023-02-1"],
    found: sql`select from event_decisions d join events e on e.id = d.event_id
               where e.reference = 'AUD-R90-2023-02-1' and d.done_on is null and d.due_on < '2026-06-30'`,
  },
  {
    says: "A partner's reports of what it spent: accepted, sent back with a reason, and none since",
    see: ["R90-2023-02"],
    found: sql`select from reports r join agreements a on a.id = r.agreement_id where a.reference = 'R90-2023-02'
               having 2 = count(*) filter (where r.state = 'accepted')
                  and 1 = count(*) filter (where r.state = 'sent_back')
                  and 0 < count(*) filter (where r.state = 'due' and r.due_on < '2026-06-30')`,
  },
  {
    says: "Needs that were stated and not promised, a share of them, an intention",
    see: ["ASSISES-R90-2025"],
    found: sql`select from stated_figures where space = 'simulated' and kind = 'intention'`,
  },
  {
    says: "A diagnosis of the territory: workshops counted by sex and age, findings merged and ranked, each action answered",
    see: ["DTP-R90-2025", "R90-2023-01"],
    found: sql`
      select from diagnoses d where d.reference = 'DTP-R90-2025' and d.state = 'ended'
      and 3 = (select count(*) from diagnosis_actions a where a.diagnosis_id = d.id and a.state = 'retained')`,
  },
  {
    says: "What a partner says beside its figure in the public register, in French and in Arabic",
    see: ["R90-2023-12/1", "R90-2023-02/1"],
    found: sql`select from promise_comments k join commitments c on c.id = k.commitment_id where c.space = 'simulated'
               having count(distinct k.language) = 2`,
  },
  {
    says: "A question answered by frozen figures, under a number of its own",
    see: ["RQ-2026-0001"],
    found: sql`select from papers where number = 'RQ-2026-0001' and space = 'simulated'`,
  },
];
