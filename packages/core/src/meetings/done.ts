import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, firstRow, ordinal, plainDate } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { findEvent } from "./store.ts";

/** Marks a decision as carried out. @throws `meetings.decision_unknown`, `already_done`, `done_in_future` */
export const done = defineAct({
  name: "meetings.done",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference, decision: ordinal, on: plainDate }),
  output: z.object({ event: eventReference, decision: z.int(), doneOn: plainDate }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string; done_on: string | null }>`
        select id, done_on from event_decisions where event_id = ${event.id} and number = ${given.decision}`,
    );
    if (!found) throw meetingErrors.decision_unknown({ event: event.reference, decision: given.decision });
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    if (given.on > today) throw meetingErrors.done_in_future({ on: given.on, today });
    if (found.done_on !== null)
      throw meetingErrors.already_done({ decision: given.decision, on: found.done_on });
    await sql`update event_decisions set done_on = ${given.on} where id = ${found.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "event", id: event.id },
      after: { decision: given.decision, done_on: given.on },
    });
    return { event: event.reference, decision: given.decision, doneOn: given.on };
  },
});
