import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow } from "../kernel/index.ts";
import { citations, eventReference, topicKind } from "./model.ts";
import { cite, findEvent } from "./store.ts";

/** Says what an event was about: an objective, a topic debated, a mission recalled, a context. Idempotent by label. */
export const nameTopic = defineAct({
  name: "meetings.name_topic",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    kind: topicKind,
    code: z.string().max(100).nullable().default(null),
    label: z.string().trim().min(1).max(500),
    citedBy: citations,
  }),
  output: z.object({ id: z.uuid(), event: eventReference }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    const { kind, code, label } = given;
    const { id } = await onlyRow(
      ctx.tx,
      sql<{ id: string }>`
        insert into event_topics (id, event_id, space, kind, code, label)
        values (${ctx.ids.next()}, ${event.id}, ${event.space}, ${kind}, ${code}, ${label})
        on conflict (event_id, kind, label) do update set code = coalesce(event_topics.code, excluded.code)
        returning id`,
    );
    await cite(ctx.tx, event, given.citedBy, id);
    await ctx.journal({ object: { kind: "event", id: event.id }, after: { kind, code, label } });
    return { id, event: event.reference };
  },
});
