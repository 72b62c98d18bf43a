import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  lineText,
  noteText,
  onlyRow,
  partialDate,
  space,
} from "../kernel/index.ts";
import { placeCode } from "../territory/index.ts";
import { meetingErrors } from "./errors.ts";
import { citations, eventKind, eventReference } from "./model.ts";
import { cite, drawReference, requireTerritory } from "./store.ts";

const nothing = { year: null, month: null, day: null, weekday: null };

/**
 * Records an event: a seminar, assizes, a visit, a ceremony, a committee. Of the date only what is written.
 * @throws `meetings.reference_taken`, `territory_unknown`, `assertion_unknown`
 */
export const holdEvent = defineAct({
  name: "meetings.hold_event",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    space,
    /** Made of the region and the year when it is not given: EV-R03-2021-1. */
    reference: eventReference.optional(),
    kind: eventKind,
    name: noteText.trim().min(1).nullable().default(null),
    date: partialDate.default(nothing),
    /** A part of a date that no number holds, as «fin janvier». */
    dateText: lineText.nullable().default(null),
    territoryId: z.uuid().nullable().default(null),
    /** The place in the words of the text. */
    placeText: lineText.nullable().default(null),
    citedBy: citations,
  }),
  output: z.object({ id: z.uuid(), reference: eventReference }),
  async run(ctx, given) {
    const { territoryId, date } = given;
    await requireTerritory(ctx.tx, given.space, territoryId);
    const { path } = await onlyRow(
      ctx.tx,
      sql<{ path: string[] | null }>`select territory_path(${territoryId}::uuid) as path`,
    );
    ctx.authorise({ territoryPath: path ?? [] });
    const reference = given.reference ?? (await nextReference(ctx, territoryId, date.year));
    const id = ctx.ids.next();
    const written = await firstRow(
      ctx.tx,
      sql`
        insert into events (id, space, reference, kind, name, date_year, date_month, date_day, date_weekday, date_text,
                            territory_id, place_text, recorded_at)
        values (${id}, ${given.space}, ${reference}, ${given.kind}, ${given.name}, ${date.year}, ${date.month},
                ${date.day}, ${date.weekday}, ${given.dateText}, ${territoryId}, ${given.placeText},
                ${ctx.clock.now()})
        on conflict (reference) do nothing returning id`,
    );
    if (!written) throw meetingErrors.reference_taken({ event: reference });
    await cite(ctx.tx, { id, space: given.space }, given.citedBy);
    const { kind, name, dateText, placeText } = given;
    await ctx.journal({
      object: { kind: "event", id },
      after: { reference, kind, name, date, dateText, placeText },
    });
    await ctx.emit({ type: "meetings.held", objectId: id, payload: { reference } });
    return { id, reference };
  },
});

/** The next one of the region and the year: that of the event, else the present one. */
async function nextReference(ctx: ActContext, territoryId: string | null, year: number | null) {
  const place = await placeCode(ctx.tx, territoryId);
  return drawReference(ctx.tx, `EV-${place}-${year ?? dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4)}`);
}
