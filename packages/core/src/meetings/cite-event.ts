import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { eventReference } from "./model.ts";
import { cite, findEvent } from "./store.ts";

/** Links what a further source says to an event, or to one row of it. @throws `meetings.assertion_unknown` */
export const citeEvent = defineAct({
  name: "meetings.cite_event",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    /** The part, participant, topic or decision that the assertions give. */
    rowId: z.uuid().nullable().default(null),
    assertions: z.array(z.object({ assertion: z.uuid(), field: z.string().max(200) })).min(1),
  }),
  output: z.object({ event: eventReference, added: z.int() }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    const added = await cite(ctx.tx, event, given.assertions, given.rowId);
    await ctx.journal({ object: { kind: "event", id: event.id }, after: { assertions: given.assertions } });
    return { event: event.reference, added };
  },
});
