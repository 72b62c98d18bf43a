import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { citedBy, citedWords } from "../sources/index.ts";
import { citations, eventReference } from "./model.ts";
import { cite, findEvent } from "./store.ts";

/**
 * Links what a further source says to an event, or to one row of it: words of a document, or assertions recorded already.
 * @throws `meetings.assertion_unknown`, `sources.nothing_cited`
 */
export const citeEvent = defineAct({
  name: "meetings.cite_event",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    /** The part, participant, topic or decision that the assertions give. */
    rowId: z.uuid().nullable().default(null),
    assertions: citations,
    words: citedWords.nullish(),
    /** Which value of the event the words give. */
    field: z.enum(["name", "date", "place", "kind", "event"]).default("event"),
  }),
  output: z.object({ event: eventReference, added: z.int() }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    const assertions = await citedBy(ctx, given, { topic: "event", field: given.field });
    const added = await cite(ctx.tx, event, assertions, given.rowId);
    await ctx.journal({ object: { kind: "event", id: event.id }, after: { assertions } });
    return { event: event.reference, added };
  },
});
