// Numbers that a partner was asked for: for the partner to answer, for who asked to follow up.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

const about = sql.raw("a.reference, a.title, a.title_ar, a.title_en");
const period = sql.raw("'from', r.period_from, 'to', r.period_to");

export const work: readonly WorkQuestion[] = [
  {
    name: "requests.answer",
    permission: "requests.answer",
    rows: ({ organisations, day, space }) => sql`
      select ${"requests.work.answer"}::text, jsonb_build_object(${period}),
             case when r.due_on < ${day}::date then 'late' else 'waiting' end, 'answer ' || r.id, ${about}, r.due_on,
             r.asked_at, '/agreements/' || a.reference
      from declaration_requests r join agreements a on a.id = r.agreement_id
      where r.space = ${space} and r.answered_at is null and r.organisation_id = any(${organisations}::uuid[])`,
  },
  {
    name: "requests.unanswered",
    permission: "requests.ask",
    rows: ({ mine, day, space }) => sql`
      select distinct ${"requests.work.unanswered"}::text, jsonb_build_object('organisation', o.name, ${period}), 'late',
             'unanswered ' || r.id, ${about}, r.due_on, r.asked_at, '/agreements/' || a.reference
      from ${mine} m
      join declaration_requests r on r.agreement_id = m.agreement_id
      join agreements a on a.id = r.agreement_id
      join organisations o on o.id = r.organisation_id
      where m.role in ('R1', 'R4') and r.space = ${space} and r.answered_at is null and r.due_on < ${day}::date`,
  },
  {
    name: "requests.answered",
    permission: "requests.ask",
    rows: ({ mine, since, space }) => sql`
      select distinct ${"requests.work.answered"}::text, jsonb_build_object('organisation', o.name, ${period}), 'changed',
             'answered ' || r.id, ${about}, null::date, r.answered_at, '/agreements/' || a.reference
      from ${mine} m
      join declaration_requests r on r.agreement_id = m.agreement_id
      join agreements a on a.id = r.agreement_id
      join organisations o on o.id = r.organisation_id
      where m.role in ('R1', 'R4') and r.space = ${space} and r.answered_at > ${since}`,
  },
];
