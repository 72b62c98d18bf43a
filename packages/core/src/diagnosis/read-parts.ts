// The parts of a diagnosis, each as one question.
import { sql } from "kysely";
import type { z } from "zod";
import { type Db, rows } from "../kernel/index.ts";
import type { actionShown, actorShown, findingShown, mergedShown, workshopShown } from "./shown.ts";

export const partyJson = sql`
  case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end`;
export const placeJson = sql`
  case when t.id is not null then
    json_build_object('id', t.id, 'code', t.code, 'fr', t.name_fr, 'ar', t.name_ar) end`;
export const titledJson = sql`
  case when g.id is not null then json_build_object('reference', g.reference, 'title', g.title, 'titleAr', g.title_ar,
                                                    'titleEn', g.title_en) end`;

type Workshop = z.infer<typeof workshopShown>;
type Merged = Omit<z.infer<typeof mergedShown>, "score" | "rank">;

export const actorsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof actorShown>>`
      select ${partyJson} as organisation, a.role
      from diagnosis_actors a join organisations o on o.id = a.organisation_id
      where a.diagnosis_id = ${id}
      order by array_position(array['leads', 'facilitates', 'takes_part', 'expert'], a.role), o.name`,
  );

export const workshopsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<Workshop>`
      select w.number, w.kind, w.title, w.planned_on as "plannedOn", w.held_on as "heldOn", ${placeJson} as territory,
             w.place_text as place,
             case when e.id is not null then json_build_object('reference', e.reference, 'name', e.name) end as event,
             coalesce((select json_agg(json_build_object('sex', c.sex, 'ageBand', c.age_band, 'headcount', c.headcount)
                                       order by c.age_band, c.sex)
                       from diagnosis_attendance c where c.workshop_id = w.id), '[]') as attendance,
             coalesce((select sum(c.headcount) from diagnosis_attendance c where c.workshop_id = w.id), 0)::integer as present,
             array(select f.number from diagnosis_findings f where f.workshop_id = w.id order by f.number)::integer[] as findings
      from diagnosis_workshops w
      left join territories t on t.id = w.territory_id
      left join events e on e.id = w.event_id
      where w.diagnosis_id = ${id} order by w.number`,
  );

export const findingsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof findingShown>>`
      select f.number, f.words, f.language, f.topic, w.number as workshop, ${partyJson} as actor, f.said_by as "group",
             m.number as merged
      from diagnosis_findings f
      left join diagnosis_workshops w on w.id = f.workshop_id
      left join diagnosis_actors a on a.id = f.actor_id
      left join organisations o on o.id = a.organisation_id
      left join merged_findings m on m.id = f.merged_id
      where f.diagnosis_id = ${id} order by f.number`,
  );

export const mergedOf = (db: Db, id: string) =>
  rows(
    db,
    sql<Merged>`
      select m.number, m.words, m.words_ar as "wordsAr",
             array(select f.number from diagnosis_findings f where f.merged_id = m.id order by f.number)::integer[] as sources,
             array(select a.number from action_findings x join diagnosis_actions a on a.id = x.action_id
                   where x.merged_id = m.id order by a.number)::integer[] as actions
      from merged_findings m where m.diagnosis_id = ${id} order by m.number`,
  );

export const actionsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof actionShown>>`
      select x.number, x.words, x.words_ar as "wordsAr", ${partyJson} as "proposedBy", x.state, x.answer,
             x.answer_ar as "answerAr", x.answered_on as "answeredOn",
             array(select m.number from action_findings f join merged_findings m on m.id = f.merged_id
                   where f.action_id = x.id order by m.number)::integer[] as answers,
             case when c.id is not null then
               json_build_object('reference', g.reference || '/' || c.number, 'wording', c.wording, 'state', c.state,
                                 'agreement', ${titledJson}) end as commitment
      from diagnosis_actions x
      left join diagnosis_actors a on a.id = x.proposed_by
      left join organisations o on o.id = a.organisation_id
      left join commitments c on c.id = x.commitment_id
      left join agreements g on g.id = c.agreement_id
      where x.diagnosis_id = ${id} order by x.number`,
  );
