// Reports: for the partner to give, or to give again in part; for the officer to examine. What is late and did not come is
// an alarm of the officer's.
import { sql } from "kysely";
import { endedStates } from "../agreements/index.ts";
import type { WorkQuestion } from "../kernel/index.ts";

/** A report that nobody asked for yet is announced so many days before its day. */
const announcedDays = 30;

const about = sql.raw("a.reference, a.title, a.title_ar, a.title_en");
const which = sql.raw("'kind', r.kind, 'from', r.period_from, 'to', r.period_to");

export const work: readonly WorkQuestion[] = [
  {
    name: "reports.give",
    permission: "reports.submit",
    rows: ({ organisations, day, space }) => sql`
      select case r.state when 'sent_back' then ${"reports.work.give_again"}::text else ${"reports.work.give"}::text end,
             jsonb_build_object(${which}), case when r.due_on < ${day}::date then 'late' else 'waiting' end,
             'give ' || r.id, ${about}, r.due_on, coalesce(r.judged_at, r.asked_at), '/own-reports/' || r.id
      from reports r join agreements a on a.id = r.agreement_id
      where r.space = ${space} and r.organisation_id = any(${organisations}::uuid[])
        and a.state <> all(${[...endedStates]}::text[])
        and (r.state in ('asked', 'sent_back') or (r.state = 'due' and r.due_on <= ${day}::date + ${announcedDays}::int))`,
  },
  {
    name: "reports.examine",
    permission: "reports.judge",
    rows: ({ mine, space }) => sql`
      select distinct ${"reports.work.examine"}::text, jsonb_build_object('organisation', o.name, ${which}), 'waiting',
             'examine ' || r.id, ${about}, null::date,
             (select max(i.given_at) from report_items i where i.report_id = r.id),
             '/agreements/' || a.reference || '#reports'
      from ${mine} m
      join reports r on r.agreement_id = m.agreement_id
      join agreements a on a.id = r.agreement_id
      join organisations o on o.id = r.organisation_id
      where m.role in ('R1', 'R4') and r.space = ${space} and r.state = 'received'`,
  },
];
