// Decisions that somebody has to carry out, and by when.
import { sql } from "kysely";
import { nameReferenceOf, type WorkQuestion } from "../kernel/index.ts";

/** A decision is announced so many days before its day. */
const announcedDays = 30;

/** What a committee decided is acted upon at its meeting, anything else at its event. */
const place = sql`
  case when exists (select from committee_meetings k where k.event_id = e.id) then '/meetings/' else '/events/' end
  || e.reference`;

export const work: readonly WorkQuestion[] = [
  {
    name: "meetings.decision",
    permission: "meetings.read",
    rows: ({ mine, organisations, day, space }) => sql`
      select ${"meetings.work.decision"}::text, jsonb_build_object('decision', d.decision, 'owner', case when o.id is null then 'none' else ${nameReferenceOf("o")} end),
             case when d.due_on < ${day}::date then 'late' else 'waiting' end, 'decision ' || d.id,
             e.reference, coalesce(e.name, e.reference), e.name_ar, e.name_en, d.due_on, d.recorded_at,
             ${place}
      from event_decisions d
      join events e on e.id = d.event_id
      left join organisations o on o.id = d.owner_id
      where e.space = ${space} and d.done_on is null and d.due_on <= ${day}::date + ${announcedDays}::int
        and (d.owner_id = any(${organisations}::uuid[])
             or exists (select from event_agreements c join ${mine} m on m.agreement_id = c.agreement_id
                        where c.event_id = e.id and m.role in ('R1', 'R4', 'R7', 'R8')))`,
  },
  {
    name: "meetings.decided",
    permission: "meetings.read",
    rows: ({ mine, since, space }) => sql`
      select distinct ${"meetings.work.decided"}::text, jsonb_build_object('decision', d.decision), 'changed', 'decided ' || d.id,
             e.reference, coalesce(e.name, e.reference), e.name_ar, e.name_en, d.due_on, d.recorded_at,
             ${place}
      from event_decisions d
      join events e on e.id = d.event_id
      join event_agreements c on c.event_id = e.id
      join ${mine} m on m.agreement_id = c.agreement_id
      where e.space = ${space} and d.recorded_at > ${since}`,
  },
];
