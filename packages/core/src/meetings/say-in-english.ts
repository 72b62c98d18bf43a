// Says in English how an event is called; its official name stays as the texts write it.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, lineText, onlyRow } from "../kernel/index.ts";
import { eventReference } from "./model.ts";
import { findEvent } from "./store.ts";

/** @throws `meetings.unknown` */
export const sayInEnglish = defineAct({
  name: "meetings.say_in_english",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference, text: lineText.trim().min(1) }),
  output: z.object({ event: eventReference }),
  async run(ctx, { event: reference, text }) {
    const event = await findEvent(ctx.tx, reference);
    ctx.authorise(event.scope);
    const { before } = await onlyRow(
      ctx.tx,
      sql<{ before: string | null }>`
        update events e set name_en = ${text} from events was where e.id = ${event.id} and was.id = e.id
        returning was.name_en as before`,
    );
    const object = { kind: "event", id: event.id };
    await ctx.journal({ object, before: { nameEn: before }, after: { nameEn: text } });
    return { event: reference };
  },
});
