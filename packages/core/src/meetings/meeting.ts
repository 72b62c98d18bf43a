// A meeting of a committee from its convening to its published minutes, on one page.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineQuery, firstRow, objectScope, plainDate, rows, space } from "../kernel/index.ts";
import { committeeKind, meetingState, memberRole, presidedBy } from "./committee-words.ts";
import { membersJson } from "./committees.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { carriedTo, openDecision } from "./open-decisions.ts";
import { decisionShown, decisionsOf } from "./queries.ts";

const party = z.object({ reference: z.string(), name: z.string() });

export const meetingShown = z.object({
  event: eventReference,
  space,
  state: meetingState,
  agreement: z.object({
    reference: z.string(),
    title: z.string(),
    titleAr: z.string().nullable(),
    titleEn: z.string().nullable(),
  }),
  committee: z.object({
    ...{ id: z.uuid(), name: z.string(), nameAr: z.string().nullable() },
    ...{ kind: committeeKind, presidedBy },
  }),
  startsAt: z.coerce.date(),
  minutesLong: z.int(),
  place: z.string().nullable(),
  language: z.enum(["fr", "ar", "en"]),
  heldOn: plainDate.nullable(),
  cancelledWhy: z.string().nullable(),
  agenda: z.array(z.string()),
  /** Open from before: on the agenda by itself. */
  carried: z.array(openDecision),
  members: z.array(
    z.object({
      id: z.uuid(),
      role: memberRole,
      function: z.string(),
      organisation: party,
      /** Null until the meeting was held. */
      present: z.boolean().nullable(),
    }),
  ),
  minutes: z.string().nullable(),
  minutesDocument: z.uuid().nullable(),
  publishedAt: z.date().nullable(),
  decisions: z.array(decisionShown),
});
type Meeting = z.infer<typeof meetingShown>;
type Head = Omit<Meeting, "carried" | "decisions"> & { readonly id: string; readonly agreementId: string };

/** @throws `meetings.meeting_unknown` */
export const meetingInFull = defineQuery({
  name: "meetings.meeting",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ event: eventReference }),
  output: meetingShown,
  async run(ctx, { event }) {
    const head = await headOf(ctx.tx, event, ctx.timeZone);
    if (head === undefined) throw meetingErrors.meeting_unknown({ event });
    const { id, agreementId, day, ...meeting } = head;
    ctx.authorise(await objectScope(ctx.tx, agreementId));
    const [carried, decisions] = await Promise.all([
      carriedTo(ctx.tx, { id, committee: meeting.committee.id, agreement: agreementId, day }, ctx.timeZone),
      decisionsOf(ctx.tx, id),
    ]);
    return { ...meeting, carried, decisions };
  },
});

function headOf(
  db: Db,
  event: string,
  timeZone: string,
): Promise<(Head & { readonly day: string }) | undefined> {
  return firstRow(
    db,
    sql<Head & { readonly day: string }>`
      select e.id, e.reference as event, e.space, m.state, a.id as "agreementId",
             json_build_object('reference', a.reference, 'title', a.title, 'titleAr', a.title_ar, 'titleEn', a.title_en) as agreement,
             json_build_object('id', c.id, 'name', c.name, 'nameAr', c.name_ar, 'kind', c.kind,
                               'presidedBy', c.presided_by) as committee,
             m.starts_at as "startsAt", m.minutes_long as "minutesLong", e.place_text as place, m.language,
             m.held_on as "heldOn", m.cancelled_why as "cancelledWhy",
             coalesce(m.held_on, (m.starts_at at time zone ${timeZone})::date) as day,
             array(select item from agenda_items g where g.event_id = e.id order by ordinal) as agenda,
             m.minutes, m.minutes_document_id as "minutesDocument", m.published_at as "publishedAt",
             (select coalesce(json_agg(one::jsonb || jsonb_build_object('present', case when m.held_on is not null then
                exists (select from event_participants p join organisations o on o.id = p.organisation_id
                        where p.event_id = e.id and o.reference = one -> 'organisation' ->> 'reference') end)), '[]')
              from json_array_elements(${membersJson}) one) as members
      from committee_meetings m join events e on e.id = m.event_id join committees c on c.id = m.committee_id
      join agreements a on a.id = c.agreement_id
      where e.reference = ${event}`,
  );
}

const listed = z.object({
  event: eventReference,
  committee: z.string(),
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  state: meetingState,
  startsAt: z.date(),
  place: z.string().nullable(),
});

/** The meetings between two days that the reader may see. */
export const meetingsBetween = defineQuery({
  name: "meetings.calendar",
  permission: "meetings.read",
  scope: "somewhere",
  input: z.object({ space: space.default("real"), from: plainDate, to: plainDate }),
  output: z.object({ meetings: z.array(listed) }),
  run: async (ctx, given) => ({
    meetings: await rows(
      ctx.tx,
      sql<z.infer<typeof listed>>`
        select e.reference as event, c.name as committee, a.reference as agreement, a.title, a.title_ar as "titleAr",
               a.title_en as "titleEn", m.state, m.starts_at as "startsAt", e.place_text as place
        from committee_meetings m join events e on e.id = m.event_id join committees c on c.id = m.committee_id
        join agreements a on a.id = c.agreement_id
        where m.space = ${given.space}
          and (m.starts_at at time zone ${ctx.timeZone})::date between ${given.from}::date and ${given.to}::date
        order by m.starts_at, e.reference limit 500`,
    ),
  }),
});
