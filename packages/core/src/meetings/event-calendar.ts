// An event, or a meeting of a committee, as a file that every calendar program takes in.
import { sql } from "kysely";
import { z } from "zod";
import { language } from "../identity/index.ts";
import { defineQuery, firstRow, objectScope } from "../kernel/index.ts";
import { calendarOf } from "./calendar.ts";
import { entryOfEvent } from "./calendar-entries.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";

/** `lang`: of the event's name and kind. @throws `meetings.unknown`, `meetings.day_unknown` */
export const eventCalendar = defineQuery({
  name: "meetings.event_calendar",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ event: eventReference, lang: language.default("fr") }),
  output: z.object({ fileName: z.string(), text: z.string() }),
  async run(ctx, { event, lang }) {
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string }>`select id from events where reference = ${event}`,
    );
    if (found === undefined) throw meetingErrors.unknown({ event });
    ctx.authorise(await objectScope(ctx.tx, found.id));
    const entry = await entryOfEvent(ctx.tx, event, lang);
    if (entry === undefined) throw meetingErrors.day_unknown({ event });
    return { fileName: `${event}.ics`, text: calendarOf([entry], "PUBLISH") };
  },
});
