// Carries a decision over to a later day; how often that happened stays visible.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, ordinal, plainDate } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { findEvent } from "./store.ts";

/** @throws `meetings.decision_unknown`, `already_done`, `postponed_backwards` */
export const postpone = defineAct({
  name: "meetings.postpone",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    decision: ordinal,
    to: plainDate,
    reason: z.string().trim().min(3).max(1000),
  }),
  output: z.object({ event: eventReference, decision: z.int(), dueOn: plainDate }),
  async run(ctx, { event: reference, decision: number, to, reason }) {
    const event = await findEvent(ctx.tx, reference);
    ctx.authorise(event.scope);
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string; due_on: string | null; done_on: string | null }>`
        select id, due_on, done_on from event_decisions where event_id = ${event.id} and number = ${number}`,
    );
    if (!found) throw meetingErrors.decision_unknown({ event: reference, decision: number });
    if (found.done_on !== null) throw meetingErrors.already_done({ decision: number, on: found.done_on });
    if (found.due_on !== null && to <= found.due_on) {
      throw meetingErrors.postponed_backwards({ decision: number, dueOn: found.due_on, to });
    }
    await sql`
      insert into decision_postponements (id, decision_id, from_day, to_day, reason, recorded_at)
      values (${ctx.ids.next()}, ${found.id}, ${found.due_on}, ${to}, ${reason}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await sql`update event_decisions set due_on = ${to} where id = ${found.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "event", id: event.id },
      before: { decision: number, due_on: found.due_on },
      after: { decision: number, due_on: to },
      reason,
    });
    return { event: reference, decision: number, dueOn: to };
  },
});
