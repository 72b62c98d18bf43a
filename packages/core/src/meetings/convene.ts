// Convenes a meeting of a committee: a day, a time, a place, an agenda; each member is told by mail with a calendar entry.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, plainDate } from "../kernel/index.ts";
import { type CommitteeRow, findCommittee, invite, writeAgenda } from "./committee-store.ts";
import { instantOf, timeOfDay } from "./committee-words.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { beginInSeries, seriesOf } from "./store.ts";

export const agenda = z.array(z.string().trim().min(2).max(500)).max(40);

const conveneInput = z.object({
  committee: z.uuid(),
  on: plainDate,
  /** On the installation's clock. */
  time: timeOfDay,
  minutesLong: z.int().min(15).max(1440).default(120),
  place: z.string().trim().min(2).max(300).nullable().default(null),
  agenda: agenda.default([]),
  /** In which the members are written to. */
  language: z.enum(["fr", "ar", "en"]).default("fr"),
  /** False: nobody is written to (a meeting entered afterwards). */
  send: z.boolean().default(true),
});

/** @throws `meetings.committee_unknown`, `meetings.committee_dissolved`, `meetings.meeting_in_past` */
export const convene = defineAct({
  name: "meetings.convene",
  permission: "meetings.edit",
  scope: "object",
  input: conveneInput,
  output: z.object({ event: eventReference, told: z.int() }),
  async run(ctx, given) {
    const committee = await findCommittee(ctx.tx, given.committee);
    ctx.authorise(committee.scope);
    const { dissolved_on: dissolved } = committee;
    if (dissolved !== null && dissolved <= given.on) {
      throw meetingErrors.committee_dissolved({ committee: committee.name, on: dissolved });
    }
    if (given.send && given.on < dayOf(ctx.clock.now(), ctx.timeZone)) {
      throw meetingErrors.meeting_in_past({ on: given.on });
    }
    const { id, reference } = await writeMeeting(ctx, committee, given);
    const told = given.send ? await invite(ctx, id, 0) : 0;
    const { on, time, place } = given;
    await ctx.journal({
      object: { kind: "event", id },
      after: { reference, committee: committee.id, on, time, place, agenda: given.agenda, told },
    });
    await ctx.emit({ type: "meetings.convened", objectId: id, payload: { reference } });
    return { event: reference, told };
  },
});

async function writeMeeting(ctx: ActContext, committee: CommitteeRow, given: z.output<typeof conveneInput>) {
  const id = ctx.ids.next();
  const series = seriesOf("COM", committee.agreement);
  const reference = await beginInSeries(ctx.tx, series, id, committee.agreement_id);
  const [year, month, day] = given.on.split("-").map(Number);
  await sql`
    insert into events (id, space, reference, kind, name, name_ar, date_year, date_month, date_day, territory_id,
                        place_text, recorded_at)
    values (${id}, ${committee.space}, ${reference}, 'committee', ${committee.name}, ${committee.name_ar}, ${year},
            ${month}, ${day}, ${committee.territory_id}, ${given.place}, ${ctx.clock.now()})`.execute(ctx.tx);
  await sql`
    insert into event_agreements (event_id, agreement_id, space, relation)
    values (${id}, ${committee.agreement_id}, ${committee.space}, 'discussed_at')`.execute(ctx.tx);
  await sql`
    insert into committee_meetings (event_id, space, committee_id, state, starts_at, minutes_long, language)
    values (${id}, ${committee.space}, ${committee.id}, 'convened', ${instantOf(given.on, given.time, ctx.timeZone)},
            ${given.minutesLong}, ${given.language})`.execute(ctx.tx);
  await writeAgenda(ctx.tx, id, given.agenda);
  return { id, reference };
}
