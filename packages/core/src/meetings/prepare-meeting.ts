// Before a meeting: its agenda, another day or place, or no meeting after all. Who was told is told again.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, plainDate } from "../kernel/index.ts";
import { findMeeting, invite, writeAgenda } from "./committee-store.ts";
import { instantOf, timeOfDay } from "./committee-words.ts";
import { agenda } from "./convene.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";

const told = z.object({ event: eventReference, told: z.int() });

/** The agenda as it is from now on. @throws `meetings.meeting_unknown`, `meetings.meeting_not_open` */
export const setAgenda = defineAct({
  name: "meetings.set_agenda",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference, agenda }),
  output: z.object({ event: eventReference, items: z.int() }),
  async run(ctx, given) {
    const meeting = await findMeeting(ctx.tx, given.event, ["convened"]);
    ctx.authorise(meeting.scope);
    await writeAgenda(ctx.tx, meeting.id, given.agenda);
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { agenda: given.agenda } });
    return { event: given.event, items: given.agenda.length };
  },
});

/** Another day, time or place. @throws `meetings.meeting_unknown`, `meeting_not_open`, `meeting_in_past` */
export const moveMeeting = defineAct({
  name: "meetings.move_meeting",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    on: plainDate,
    time: timeOfDay,
    place: z.string().trim().min(2).max(300).nullable(),
    reason: z.string().trim().min(3).max(1000),
  }),
  output: told,
  async run(ctx, { event, on, time, place, reason }) {
    const meeting = await findMeeting(ctx.tx, event, ["convened"]);
    ctx.authorise(meeting.scope);
    if (on < dayOf(ctx.clock.now(), ctx.timeZone)) throw meetingErrors.meeting_in_past({ on });
    const [year, month, day] = on.split("-").map(Number);
    await sql`update events set date_year = ${year}, date_month = ${month}, date_day = ${day}, place_text = ${place}
              where id = ${meeting.id}`.execute(ctx.tx);
    const sequence = meeting.sequence + 1;
    await sql`update committee_meetings set starts_at = ${instantOf(on, time, ctx.timeZone)}, sequence = ${sequence}
              where event_id = ${meeting.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { on, time, place }, reason });
    return { event, told: await invite(ctx, meeting.id, sequence) };
  },
});

/** No meeting after all. @throws `meetings.meeting_unknown`, `meetings.meeting_not_open` */
export const cancelMeeting = defineAct({
  name: "meetings.cancel_meeting",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference, reason: z.string().trim().min(3).max(1000) }),
  output: told,
  async run(ctx, { event, reason }) {
    const meeting = await findMeeting(ctx.tx, event, ["convened"]);
    ctx.authorise(meeting.scope);
    const sequence = meeting.sequence + 1;
    await sql`update committee_meetings set state = 'cancelled', cancelled_why = ${reason}, sequence = ${sequence}
              where event_id = ${meeting.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "event", id: meeting.id }, after: { state: "cancelled" }, reason });
    return { event, told: await invite(ctx, meeting.id, sequence) };
  },
});
