// Calls: for the applicant to complete before the last day, for the agency to close, look at and publish, for assessors to
// judge, for the committee to decide.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

const about = sql.raw("c.reference, t.title, t.title_ar, null");
const terms = sql`join call_terms t on t.call_id = c.id and t.version = c.version`;
const waiting = sql`case when c.state = 'closed' then
  (select count(*)::int from call_applications p where p.call_id = c.id and p.state = 'submitted' and p.admitted is null)
  else 0 end`;

export const work: readonly WorkQuestion[] = [
  {
    name: "calls.complete",
    permission: "calls.apply",
    rows: ({ organisations, day, space }) => sql`
      select ${"calls.work.complete"}::text, jsonb_build_object('on', t.closes_on), 'waiting', 'apply ' || p.id,
             ${about}, t.closes_on, p.recorded_at, '/open-calls/' || c.reference
      from call_applications p join calls c on c.id = p.call_id ${terms}
      where p.space = ${space} and p.organisation_id = any(${organisations}::uuid[]) and p.state = 'draft'
        and c.state = 'open' and t.closes_on >= ${day}::date`,
  },
  {
    name: "calls.lead",
    permission: "calls.prepare",
    rows: ({ mine, day, space }) => sql`
      select distinct case when c.state = 'open' then ${"calls.work.close"}::text
                           when ${waiting} > 0 then ${"calls.work.screen"}::text
                           else ${"calls.work.agreements"}::text end,
             jsonb_build_object('count', ${waiting}), 'waiting', 'lead ' || c.id, ${about},
             case when c.state = 'open' then t.closes_on end, null::timestamptz, '/calls/' || c.reference
      from ${mine} m join calls c on c.agreement_id = m.agreement_id ${terms}
      where m.role in ('R1', 'R4') and c.space = ${space}
        and (c.state = 'open' and t.closes_on < ${day}::date or c.state = 'closed' and ${waiting} > 0
             or c.state = 'published' and exists (
               select from call_verdicts v join call_applications p on p.id = v.application_id
               where v.call_id = c.id and v.verdict = 'accepted' and p.agreement_id is null))`,
  },
  {
    name: "calls.judge",
    permission: "calls.score",
    rows: ({ actor, space }) => sql`
      select ${"calls.work.judge"}::text, '{}'::jsonb, 'waiting', 'judge ' || c.id, ${about}, null::date, a.named_at,
             '/calls/' || c.reference || '/scoring'
      from call_assessors a join calls c on c.id = a.call_id ${terms}
      where a.user_id::text = ${actor} and c.space = ${space} and c.state = 'closed' and a.handed_in_at is null`,
  },
  {
    name: "calls.decide",
    permission: "calls.decide",
    rows: ({ mine, space }) => sql`
      select distinct ${"calls.work.decide"}::text, '{}'::jsonb, 'waiting', 'decide ' || c.id, ${about}, null::date,
             null::timestamptz, '/calls/' || c.reference || '/ranking'
      from ${mine} m join calls c on c.agreement_id = m.agreement_id ${terms}
      where m.role in ('R4', 'R8') and c.space = ${space} and c.state = 'scored'`,
  },
  {
    name: "calls.publish",
    permission: "calls.open",
    rows: ({ mine, space }) => sql`
      select distinct ${"calls.work.publish"}::text, '{}'::jsonb, 'waiting', 'publish ' || c.id, ${about}, c.decided_on,
             null::timestamptz, '/calls/' || c.reference
      from ${mine} m join calls c on c.agreement_id = m.agreement_id ${terms}
      where m.role = 'R4' and c.space = ${space} and c.state = 'decided'`,
  },
];
