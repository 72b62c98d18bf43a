// One select a kind: the agreement, what it is about, who owns it, since when. Joined by `alarms.ts` into one question.
import { type RawBuilder, sql } from "kysely";
import { endedStates } from "../agreements/index.ts";
import { termInQuestion } from "../kernel/index.ts";
import { steeredStates } from "../meetings/index.ts";
import { endingAttestations } from "../organisations/index.ts";
import { type AlarmKind, type AlarmTerm, givenMonths, termNames } from "./model.ts";

/** Every cause gives: kind, agreement_id, subject, owner_id, meeting (reference), due_on, the day after which it is late. */
type Cause = (asked: Asked) => RawBuilder<unknown>;

interface Asked {
  readonly today: string;
  readonly timeZone: string;
  readonly space: string;
  /** One agreement's alone. */
  readonly agreement: string | null;
}

/** The day of an instant, where the days of the installation are counted. */
const dayIn = (timeZone: string, column: string) => sql`(${sql.ref(column)} at time zone ${timeZone})::date`;

/** The months that are set for that day: asked once, not for each row. */
const months = (term: AlarmTerm, today: string) =>
  sql`(select make_interval(months => ${termInQuestion(termNames[term], today, givenMonths[term])}))`;

/** In the reader's language where it has a name there. */
const committeeName = sql`
  case when c.name_ar is null then c.name
       else 'name:' || json_build_object('fr', c.name, 'ar', c.name_ar, 'en', c.name) end`;

const committeeNotHeld: Cause = ({ today }) => sql`
  select 'committee_not_held' as kind, c.agreement_id, ${committeeName} as subject, null::uuid as owner_id, null as meeting,
         due.due_on
  from committees c join live a on a.id = c.agreement_id
  cross join lateral (
    select (coalesce((select max(m.held_on) from committee_meetings m where m.committee_id = c.id), c.set_up_on)
            + make_interval(months => c.every_months))::date as due_on) due
  where c.every_months is not null and coalesce(c.dissolved_on > ${today}::date, true) and due.due_on < ${today}::date
    and a.state = any(${[...steeredStates]}::text[])`;

/** «is true» keeps the agreements in a hash; as a join the planner takes them for few and walks them once a report. */
const reportOverdue: Cause = ({ today }) => sql`
  select 'report_overdue', r.agreement_id, r.kind || ' ' || r.period_from || ' ' || r.period_to, r.organisation_id, null,
         r.due_on
  from reports r
  where r.state in ('due', 'asked', 'sent_back') and r.due_on < ${today}::date
    and (r.agreement_id in (select id from live)) is true`;

const letterWithoutFollowUp: Cause = ({ today, timeZone }) => sql`
  select 'letter_without_follow_up', a.id, null, null::uuid, null, since.due_on
  from live a
  cross join lateral (
    select (greatest(
      (select max(coalesce(s.effective_on, ${dayIn(timeZone, "s.recorded_at")})) from agreement_states s where s.agreement_id = a.id),
      make_date(a.signed_year, a.signed_month, a.signed_day)) + ${months("letter", today)})::date as due_on) since
  where a.type in ('letter_of_intent', 'mou') and since.due_on < ${today}::date
    and coalesce(a.next_action_on < ${today}::date, true)
    and not exists (select from agreement_links l join agreements b on b.id = l.to_id
                    where l.from_id = a.id and l.kind = 'leads_to' and b.state not in ('lead', 'given_up', 'terminated'))`;

const nextActionOverdue: Cause = ({ today }) => sql`
  select 'next_action_overdue', a.id, a.next_action, a.lead_organisation_id, null, a.next_action_on
  from live a where a.next_action_on < ${today}::date`;

/** A decision that concerns several agreements is one alarm a file: each has to be followed up. */
const decisionOverdue: Cause = ({ today, space, agreement }) => sql`
  select kind, agreement_id, decision, owner_id, meeting, due_on
  from late_decisions(${space}, ${today}, ${agreement})`;

/** What counts in each month, over all rows of a node and year: a stripe alone may hold what another one takes back. */
const byMonth = sql.raw(
  `array[${Array.from({ length: 12 }, (_, at) => `sum(t.month_${String(at + 1).padStart(2, "0")})`).join(", ")}]`,
);

/**
 * Months (twelve, unless others are set) without a sign: no report, no declaration, and no result that counts, of which
 * the month is known. Each sign is asked about those alone that gave none before, reports first, which most give: over all
 * agreements the others would be dear.
 */
const dormant: Cause = ({ today, timeZone }) => sql`
  (with since as materialized (select (${today}::date - ${months("dormant", today)})::date as day),
   unreported as materialized (
     select a.id, a.lead_organisation_id, greatest(coalesce(began.day, a.period_from, ${dayIn(timeZone, "a.recorded_at")}), reported.day) as day
     from live a
     left join (select s.agreement_id, max(coalesce(s.effective_on, ${dayIn(timeZone, "s.recorded_at")})) as day from agreement_states s
                where s.to_state = 'in_force' group by s.agreement_id) began on began.agreement_id = a.id
     cross join lateral (
       select (max(r.received_at) at time zone ${timeZone})::date as day from reports r where r.agreement_id = a.id) reported
     where a.state = 'in_force' and a.kind in ('instrument', 'contract_programme')
       and greatest(coalesce(began.day, a.period_from, ${dayIn(timeZone, "a.recorded_at")}), reported.day) < (select day from since)
   ),
   silent as materialized (
     select u.id, u.lead_organisation_id, greatest(u.day, declared.day) as day
     from unreported u
     cross join lateral (
       select max(d.declared_on) as day from commitments c join declarations d on d.commitment_id = c.id
       where c.agreement_id = u.id) declared
     where greatest(u.day, declared.day) < (select day from since)
   )
   select 'dormant', a.id, null, a.lead_organisation_id, null,
          (greatest(a.day, counted.day) + ${months("dormant", today)})::date
   from silent a cross join since
   cross join lateral (
     select max((make_date(y.year, m.month::integer, 1) + interval '1 month - 1 day')::date) as day
     from (select t.year::integer as year, ${byMonth} as months from node_totals t
           where t.node = a.id and t.span = 'year' group by t.year) y
     cross join lateral unnest(y.months) with ordinality m (many, month)
     where m.many > 0) counted
   where coalesce(counted.day < since.day, true))`;

/**
 * Attestations of a partner, once an agreement: as long as they still hold, and longer where their end stops a signature;
 * what was signed before is not asked for a verification of today, and of a lead nothing is signed yet.
 */
const attestationEnds: Cause = ({ today }) => sql`
  select 'attestation_ends', a.id, e.points, e.organisation_id, null, e.until
  from (${endingAttestations(today)}) e
  join live a on a.id in (select p.agreement_id from agreement_parties p where p.organisation_id = e.organisation_id)
  where (e.until >= ${today}::date and a.state <> 'lead') or a.state in ('drafting', 'verification', 'approved')`;

/** The agreements of a space that have not ended, or one of them: where all are asked for, the planner is to know it. */
export const live = (space: string, agreement: string | null, region: string | null = null) => sql`
  select a.id, a.kind, a.type, a.state, a.next_action, a.next_action_on, a.lead_organisation_id, a.signed_year,
         a.signed_month, a.signed_day, a.period_from, a.recorded_at, a.reference, a.title, a.title_ar, a.title_en,
         a.territory_id
  from agreements a
  where a.space = ${space} and a.state <> all(${[...endedStates]}::text[])
    ${agreement === null ? sql`` : sql`and a.reference = ${agreement}`}
    ${region === null ? sql`` : sql`and a.territory_id in (${inside(space, region)})`}`;

/** A region and everything that lies in it. */
const inside = (space: string, region: string) => sql`
  with recursive inside (id) as (
    select id from territories where space = ${space} and kind = 'region' and code = ${region}
    union all
    select t.id from territories t join inside on t.parent_id = inside.id)
  select id from inside`;

export const causes: Readonly<Record<Exclude<AlarmKind, "recommendation_overdue">, Cause>> = {
  committee_not_held: committeeNotHeld,
  report_overdue: reportOverdue,
  letter_without_follow_up: letterWithoutFollowUp,
  next_action_overdue: nextActionOverdue,
  decision_overdue: decisionOverdue,
  dormant,
  attestation_ends: attestationEnds,
};
