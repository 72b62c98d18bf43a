// What a diagnosis asks of who leads it, and what it answered to who took part.
import { sql } from "kysely";
import type { WorkQuestion } from "../kernel/index.ts";

const titles = sql.raw("d.reference, d.title, d.title_ar, null");
const place = sql.raw("'/diagnoses/' || d.reference");

export const work: readonly WorkQuestion[] = [
  {
    name: "diagnosis.step",
    permission: "diagnosis.edit",
    // one without an agreement is in nobody's hands but theirs who see it and may write it
    rows: ({ mine, day, space }) => sql`
      select 'diagnosis.work.' || d.state, jsonb_build_object('waiting', w.actions),
             case when coalesce(w.workshop, d.ends_on) < ${day}::date then 'late' else 'waiting' end,
             'diagnosis ' || d.id, ${titles}, coalesce(w.workshop, d.ends_on), w.at, ${place}
      from diagnoses d
      cross join lateral (
        select (select min(k.planned_on) from diagnosis_workshops k
                where k.diagnosis_id = d.id and k.held_on is null and d.state = 'listening') as workshop,
               (select count(*) from diagnosis_actions x where x.diagnosis_id = d.id and x.state = 'proposed') as actions,
               (select max(s.recorded_at) from diagnosis_steps s where s.diagnosis_id = d.id) as at) w
      where d.space = ${space} and d.state not in ('ended', 'abandoned')
        and (d.agreement_id is null
             or exists (select from ${mine} m where m.agreement_id = d.agreement_id and m.role in ('R1', 'R4', 'R7')))`,
  },
  {
    name: "diagnosis.ended",
    permission: "diagnosis.read",
    rows: ({ mine, organisations, since, space }) => sql`
      select 'diagnosis.work.' || s.to_state, jsonb_build_object('reason', coalesce(s.reason, '')), 'changed',
             'diagnosis over ' || d.id, ${titles}, null::date, s.recorded_at, ${place} || '/answers'
      from diagnosis_steps s join diagnoses d on d.id = s.diagnosis_id
      where d.space = ${space} and s.to_state in ('ended', 'abandoned') and s.recorded_at > ${since}
        and (exists (select from diagnosis_actors a
                     where a.diagnosis_id = d.id and a.organisation_id = any(${organisations}::uuid[]))
             or exists (select from ${mine} m where m.agreement_id = d.agreement_id))`,
  },
];
