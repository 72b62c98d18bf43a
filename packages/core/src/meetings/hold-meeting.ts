// A meeting takes place: the day, who was there. Afterwards its minutes are written and published.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, eachOnce, plainDate, rows } from "../kernel/index.ts";
import { keepDocument } from "../sources/index.ts";
import { findMeeting, type MeetingRow } from "./committee-store.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { registerAttendance } from "./register-attendance.ts";

/** @throws `meetings.meeting_not_open`, `meetings.held_in_future`, `meetings.member_unknown` */
export const holdMeeting = defineAct({
  name: "meetings.hold_meeting",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    on: plainDate,
    /** The members that were there or represented. */
    present: z
      .array(z.uuid())
      .max(60)
      .refine((members) => eachOnce(members, String), "each member once")
      .default([]),
  }),
  output: z.object({ event: eventReference, present: z.int() }),
  async run(ctx, { event, on, present }) {
    const meeting = await findMeeting(ctx.tx, event, ["convened"]);
    ctx.authorise(meeting.scope);
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    if (on > today) throw meetingErrors.held_in_future({ on, today });
    await sql`update committee_meetings set state = 'held', held_on = ${on} where event_id = ${meeting.id}`.execute(
      ctx.tx,
    );
    const [year, month, day] = on.split("-").map(Number);
    await sql`update events set date_year = ${year}, date_month = ${month}, date_day = ${day}
              where id = ${meeting.id}`.execute(ctx.tx);
    await seePresent(ctx, meeting, present);
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { state: "held", on, present } });
    await ctx.emit({ type: "meetings.held", objectId: meeting.id, payload: { reference: event } });
    return { event, present: present.length };
  },
});

async function seePresent(ctx: ActContext, meeting: MeetingRow, present: readonly string[]): Promise<void> {
  const members = await rows(
    ctx.tx,
    sql<{ id: string; organisation: string; role: string }>`
      select id, organisation_id as organisation, role from committee_members
      where committee_id = ${meeting.committee_id} and left_on is null`,
  );
  for (const id of present) {
    const member = members.find((one) => one.id === id);
    if (member === undefined) throw meetingErrors.member_unknown({ member: id });
    const role = member.role === "chair" ? "chair" : "attendee";
    await registerAttendance(ctx, { event: meeting.reference, role, organisation: member.organisation });
  }
}

/** @throws `meetings.meeting_not_open`, `sources.file_…` */
export const writeMinutes = defineAct({
  name: "meetings.write_minutes",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    minutes: z.string().trim().min(3).max(60_000),
    /** The signed minutes as a file, if there is one. */
    file: z.object({ name: z.string().trim().min(1).max(200), base64: z.base64() }).nullish(),
  }),
  output: z.object({ event: eventReference, document: z.uuid().nullable() }),
  async run(ctx, { event, minutes, file }) {
    const meeting = await findMeeting(ctx.tx, event, ["held"]);
    ctx.authorise(meeting.scope);
    const document = file ? await keepMinutes(ctx, meeting, file, minutes) : null;
    await sql`
      update committee_meetings set minutes = ${minutes},
        minutes_document_id = coalesce(${document}::uuid, minutes_document_id)
      where event_id = ${meeting.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { minutes, document } });
    return { event, document };
  },
});

/** Whoever keeps the minutes of a committee may keep their file, which is seen with its meeting. */
async function keepMinutes(
  ctx: ActContext,
  meeting: MeetingRow,
  file: { name: string; base64: string },
  text: string,
) {
  const actor = { ...ctx.actor, grants: [...ctx.actor.grants, { permissions: ["sources.record"] }] };
  const { id } = await keepDocument(
    { ...ctx, actor },
    {
      ...{ space: meeting.space, kind: "minutes" as const, title: file.name, language: meeting.language },
      ...{ fileBase64: file.base64, text },
    },
  );
  return id;
}

/** From now on the minutes stand as they are. @throws `meetings.meeting_not_open`, `meetings.minutes_missing` */
export const publishMinutes = defineAct({
  name: "meetings.publish_minutes",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference }),
  output: z.object({ event: eventReference }),
  async run(ctx, { event }) {
    const meeting = await findMeeting(ctx.tx, event, ["held"]);
    ctx.authorise(meeting.scope);
    const written = await rows(
      ctx.tx,
      sql`update committee_meetings set state = 'published', published_at = ${ctx.clock.now()}
          where event_id = ${meeting.id} and minutes is not null returning event_id`,
    );
    if (written.length === 0) throw meetingErrors.minutes_missing({ event });
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { state: "published" } });
    await ctx.emit({
      type: "meetings.minutes_published",
      objectId: meeting.id,
      payload: { reference: event },
    });
    return { event };
  },
});
