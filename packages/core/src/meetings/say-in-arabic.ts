// Says in Arabic how an event is called, or what one of its parts or topics is about; what the texts say stays as it is.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, lineText } from "../kernel/index.ts";
import { noteTranslation } from "../translations/index.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { type EventRow, findEvent } from "./store.ts";

/** @throws `meetings.unknown`, `meetings.row_unknown` */
export const sayInArabic = defineAct({
  name: "meetings.say_in_arabic",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    /** The part or topic; left out: the event itself. */
    rowId: z.uuid().nullish(),
    text: lineText.trim().min(1),
    /** Whether who gives it vouches for it; what nobody vouches for waits for a reader. */
    reviewed: z.boolean(),
  }),
  output: z.object({ event: eventReference }),
  async run(ctx, { event: reference, rowId, text, reviewed }) {
    const event = await findEvent(ctx.tx, reference);
    ctx.authorise(event.scope);
    const original = rowId ? await sayRow(ctx, event, rowId, text) : await sayEvent(ctx, event, text);
    await noteTranslation(ctx, {
      ...{ kind: "event", key: event.id, field: rowId ?? "name", place: reference },
      ...{ original, content: text, reviewed },
    });
    await ctx.journal({
      object: { kind: "event", id: event.id },
      after: { name: original, nameAr: text, reviewed },
    });
    return { event: reference };
  },
});

/** An event without a name of its own is called by its reference. */
async function sayEvent(ctx: ActContext, { id, reference }: EventRow, text: string): Promise<string> {
  const found = await firstRow(
    ctx.tx,
    sql<{ name: string | null }>`update events set name_ar = ${text} where id = ${id} returning name`,
  );
  return found?.name ?? reference;
}

async function sayRow(ctx: ActContext, { id, reference }: EventRow, row: string, text: string) {
  const found = await firstRow(
    ctx.tx,
    sql<{ original: string | null }>`
      with part as (
        update event_parts set topic_ar = ${text} where id = ${row} and event_id = ${id} returning topic
      ), topic as (
        update event_topics set label_ar = ${text} where id = ${row} and event_id = ${id} returning label
      )
      select topic as original from part union all select label from topic`,
  );
  if (!found) throw meetingErrors.row_unknown({ event: reference, row });
  return found.original ?? reference;
}
