// What was decided or recommended about an agreement and is not done: it comes back until it is.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, endOfDay, plainDate, rows } from "../kernel/index.ts";
import { eventKind } from "./model.ts";

const party = z.object({ reference: z.string(), name: z.string() });

export const openDecision = z.object({
  event: z.string(),
  ...{ eventName: z.string().nullable(), eventNameAr: z.string().nullable() },
  eventNameEn: z.string().nullable(),
  /** A committee's decision, or what an audit recommends. */
  kind: eventKind,
  number: z.int(),
  decision: z.string(),
  owner: party.nullable(),
  dueOn: plainDate.nullable(),
  isOverdue: z.boolean(),
  /** How often it was given a later day. */
  postponed: z.int(),
});
export type OpenDecision = z.infer<typeof openDecision>;

const shown = sql`
  e.reference as event, e.name as "eventName", e.name_ar as "eventNameAr", e.name_en as "eventNameEn", e.kind, d.number, d.decision,
  case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end as owner,
  d.due_on as "dueOn", (select count(*) from decision_postponements p where p.decision_id = d.id) as postponed`;

/** Still open today, the most overdue first. */
export function openDecisionsOf(db: Db, agreement: string, today: string): Promise<OpenDecision[]> {
  return rows(
    db,
    sql<OpenDecision>`
      select ${shown}, coalesce(d.due_on < ${today}::date, false) as "isOverdue"
      from event_decisions d join events e on e.id = d.event_id left join organisations o on o.id = d.owner_id
      where d.done_on is null
        and d.event_id in (select event_id from event_agreements where agreement_id = ${agreement})
      order by d.due_on nulls last, e.reference, d.number`,
  );
}

/**
 * What a meeting finds open from before: what other meetings and audits of its agreement decided before it and was not
 * done by its day. What another committee of the same agreement decided is that committee's own.
 */
export function carriedTo(
  db: Db,
  meeting: {
    readonly id: string;
    readonly committee: string;
    readonly agreement: string;
    readonly day: string;
  },
  timeZone: string,
): Promise<OpenDecision[]> {
  return rows(
    db,
    sql<OpenDecision>`
      select ${shown}, coalesce(d.due_on < ${meeting.day}::date, false) as "isOverdue"
      from event_decisions d join events e on e.id = d.event_id left join organisations o on o.id = d.owner_id
      left join committee_meetings m on m.event_id = e.id
      where d.event_id in (select event_id from event_agreements where agreement_id = ${meeting.agreement})
        and e.id <> ${meeting.id} and coalesce(m.committee_id = ${meeting.committee}, true)
        and e.kind in ('committee', 'audit') and d.recorded_at < ${endOfDay(meeting.day, timeZone)}
        and coalesce(d.done_on >= ${meeting.day}::date, true)
      order by d.due_on nulls last, e.reference, d.number`,
  );
}
