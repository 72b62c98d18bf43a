import { sql } from "kysely";
import { z } from "zod";
import { defineAct, lineText, noteText, onlyRow, partialDate } from "../kernel/index.ts";
import { citations, eventReference } from "./model.ts";
import { cite, findEvent, requireTerritory } from "./store.ts";

/**
 * Fills in what the sources known so far left open (the place, the day, the year); what is known already stays, and a
 * source that says otherwise is a reading beside it.
 * @throws `meetings.unknown`, `territory_unknown`, `assertion_unknown`
 */
export const completeEvent = defineAct({
  name: "meetings.complete_event",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    name: noteText.trim().min(1).nullable().default(null),
    date: partialDate.optional(),
    dateText: lineText.nullable().default(null),
    territoryId: z.uuid().nullable().default(null),
    placeText: lineText.nullable().default(null),
    citedBy: citations,
  }),
  output: z.object({ event: eventReference, date: partialDate }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    await requireTerritory(ctx.tx, event.space, given.territoryId);
    const { name, date, dateText, territoryId, placeText } = given;
    const completed = await onlyRow(
      ctx.tx,
      sql<z.infer<typeof partialDate>>`
        update events set name = coalesce(name, ${name}), date_text = coalesce(date_text, ${dateText}),
          date_year = coalesce(date_year, ${date?.year ?? null}), date_month = coalesce(date_month, ${date?.month ?? null}),
          date_day = coalesce(date_day, ${date?.day ?? null}),
          date_weekday = coalesce(date_weekday, ${date?.weekday ?? null}),
          territory_id = coalesce(territory_id, ${territoryId}::uuid), place_text = coalesce(place_text, ${placeText})
        where id = ${event.id}
        returning date_year as year, date_month as month, date_day as day, date_weekday as weekday`,
    );
    await cite(ctx.tx, event, given.citedBy);
    await ctx.journal({
      object: { kind: "event", id: event.id },
      after: { name, date, dateText, territoryId, placeText },
    });
    return { event: event.reference, date: completed };
  },
});
