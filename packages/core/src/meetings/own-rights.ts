// GET /events/:event/rights: what the one who asks may do with it, so that a screen shows no button that is refused.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, firstRow, objectScope, rightsAt, rightsHere } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { eventScope } from "./store.ts";

export const ownRights = defineQuery({
  name: "meetings.own_rights",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ event: eventReference }),
  output: rightsHere,
  async run(ctx, { event: reference }) {
    const event = await firstRow(
      ctx.tx,
      sql<{ id: string; territory_id: string | null }>`
        select id, territory_id from events where reference = ${reference}`,
    );
    if (!event) throw meetingErrors.unknown({ event: reference });
    ctx.authorise(await objectScope(ctx.tx, event.id));
    return { permissions: rightsAt(ctx.actor, await eventScope(ctx.tx, event)) };
  },
});
