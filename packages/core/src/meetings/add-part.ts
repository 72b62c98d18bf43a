import { sql } from "kysely";
import { z } from "zod";
import { defineAct, noteText, onlyRow } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { citations, eventReference, partKind } from "./model.ts";
import { cite, findEvent, requireTerritory } from "./store.ts";

/**
 * Adds a round table, workshop, visit, meeting or signing to an event.
 * @throws `meetings.unknown`, `territory_unknown`, `assertion_unknown`, `organisations.unknown`
 */
export const addPart = defineAct({
  name: "meetings.add_part",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    kind: partKind,
    /** Null: the text counts the part without naming it. */
    topic: noteText.nullable().default(null),
    /** The text says that the topic was debated, not that this part debated it. */
    topicInferred: z.boolean().default(false),
    host: organisationKey.nullable().default(null),
    territoryId: z.uuid().nullable().default(null),
    placeStated: z.boolean().default(true),
    citedBy: citations,
  }),
  output: z.object({ id: z.uuid(), event: eventReference, ordinal: z.int() }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    await requireTerritory(ctx.tx, event.space, given.territoryId);
    const host = given.host && (await organisationInSpace(ctx.tx, event.space, given.host));
    const id = ctx.ids.next();
    const { ordinal } = await onlyRow(
      ctx.tx,
      sql<{ ordinal: number }>`
        insert into event_parts (id, event_id, space, ordinal, kind, topic, topic_inferred, host_organisation_id,
                                 territory_id, place_stated)
        select ${id}, ${event.id}, ${event.space}, coalesce(max(ordinal), 0) + 1, ${given.kind}, ${given.topic},
               ${given.topicInferred}::boolean, ${host ? host.id : null}::uuid, ${given.territoryId}::uuid,
               ${given.placeStated}::boolean
        from event_parts where event_id = ${event.id} returning ordinal`,
    );
    await cite(ctx.tx, event, given.citedBy, id);
    const { kind, topic } = given;
    await ctx.journal({ object: { kind: "event", id: event.id }, after: { part: ordinal, kind, topic } });
    return { id, event: event.reference, ordinal };
  },
});
