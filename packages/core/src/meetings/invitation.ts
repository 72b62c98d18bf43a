// What a member is told of a meeting, as it stands at the moment of telling, and a meeting as a calendar's entry.
import { sql } from "kysely";
import { z } from "zod";
import {
  type Context,
  type Db,
  defineQuery,
  firstRow,
  inReading,
  objectScope,
  rows,
  type Space,
} from "../kernel/index.ts";
import { type CalendarEntry, calendarOf } from "./calendar.ts";
import { wallClock } from "./committee-words.ts";
import { meetingErrors } from "./errors.ts";
import { eventReference } from "./model.ts";
import { carriedTo } from "./open-decisions.ts";

interface EntryRow {
  readonly id: string;
  readonly event: string;
  readonly committee: string;
  readonly committeeId: string;
  readonly agreement: string;
  readonly agreementId: string;
  readonly state: "convened" | "held" | "published" | "cancelled";
  readonly startsAt: Date;
  readonly minutesLong: number;
  readonly place: string | null;
  readonly sequence: number;
  readonly stamp: Date;
  readonly agenda: string[];
}

const entryColumns = sql`
  e.id, e.reference as event, c.name as committee, c.id as "committeeId", a.title as agreement, a.id as "agreementId",
  m.state, m.starts_at as "startsAt", m.minutes_long as "minutesLong", e.place_text as place, m.sequence,
  e.recorded_at as stamp,
  array(select g.item from agenda_items g where g.event_id = e.id order by g.ordinal) as agenda`;
const entryTables = sql`
  committee_meetings m join events e on e.id = m.event_id join committees c on c.id = m.committee_id
  join agreements a on a.id = c.agreement_id`;

function entryOf(row: EntryRow, origin: string | null): CalendarEntry {
  const numbered = row.agenda.map((item, at) => `${at + 1}. ${item}`);
  return {
    ...{ uid: `${row.id}@iltizam`, sequence: row.sequence, stamp: row.stamp, start: row.startsAt },
    ...{ minutesLong: row.minutesLong, title: `${row.committee} · ${row.agreement}`, place: row.place },
    text: numbered.join("\n"),
    address: origin === null ? null : `${origin}/meetings/${row.event}`,
    isCancelled: row.state === "cancelled",
  };
}

/** A meeting as a file for a calendar. @throws `meetings.meeting_unknown` */
export const calendarOfMeeting = defineQuery({
  name: "meetings.meeting_calendar",
  permission: "meetings.read",
  scope: "object",
  input: z.object({ event: eventReference }),
  output: z.object({ fileName: z.string(), text: z.string() }),
  async run(ctx, { event }) {
    const row = await firstRow(
      ctx.tx,
      sql<EntryRow>`select ${entryColumns} from ${entryTables} where e.reference = ${event}`,
    );
    if (row === undefined) throw meetingErrors.meeting_unknown({ event });
    ctx.authorise(await objectScope(ctx.tx, row.agreementId));
    return { fileName: `${event}.ics`, text: calendarOf([entryOf(row, null)], "PUBLISH") };
  },
});

/** The meetings of a space that the actor may see from half a year ago on, as entries of a calendar. */
export function meetingEntries(ctx: Context, origin: string, inSpace: Space): Promise<CalendarEntry[]> {
  const since = new Date(ctx.clock.now().getTime() - 182 * 86_400_000);
  return inReading(ctx, async (tx) => {
    const found = await rows(
      tx,
      sql<EntryRow>`select ${entryColumns} from ${entryTables} where m.space = ${inSpace} and m.starts_at >= ${since}
                    order by m.starts_at, e.reference limit 1000`,
    );
    return found.map((row) => entryOf(row, origin));
  });
}

export interface Invitation {
  readonly mail: string;
  readonly language: "fr" | "ar" | "en";
  readonly to: string;
  readonly committee: string;
  readonly agreement: string;
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly agenda: readonly string[];
  /** What comes back from before. */
  readonly carried: readonly string[];
  readonly what: "convened" | "moved" | "cancelled";
  readonly entry: CalendarEntry;
}

type Told = EntryRow & {
  readonly mail: string | null;
  readonly language: Invitation["language"];
  readonly to: string;
  readonly told: number;
};

/** What to write to a member; undefined when she has no mail, or was told of something later since. */
export async function invitationOf(
  ctx: Context,
  id: string,
  origin: string,
): Promise<Invitation | undefined> {
  const read = await inReading(ctx, async (tx) => {
    const told = await toldOf(tx, id);
    if (told === undefined || told.mail === null || told.told !== told.sequence) return undefined;
    if (told.state !== "convened" && told.state !== "cancelled") return undefined;
    const { day } = wallClock(told.startsAt, ctx.timeZone);
    const meeting = { id: told.id, committee: told.committeeId, agreement: told.agreementId, day };
    return {
      told,
      mail: told.mail,
      carried: told.state === "cancelled" ? [] : await carriedTo(tx, meeting, ctx.timeZone),
    };
  });
  if (read === undefined) return undefined;
  const { told, mail, carried } = read;
  const what = told.state === "cancelled" ? "cancelled" : told.sequence > 0 ? "moved" : "convened";
  return {
    ...{ mail, language: told.language, to: told.to, committee: told.committee, agreement: told.agreement },
    ...{ ...wallClock(told.startsAt, ctx.timeZone), place: told.place ?? "", agenda: told.agenda, what },
    carried: carried.map(({ decision, dueOn }) => (dueOn === null ? decision : `${decision} (${dueOn})`)),
    entry: entryOf(told, origin),
  };
}

function toldOf(db: Db, id: string): Promise<Told | undefined> {
  return firstRow(
    db,
    sql<Told>`
      select ${entryColumns}, m.language, i.sequence as told, b.function as to,
             (select f.mail from focal_points f
              where f.active and f.mail is not null
                and (f.id = b.focal_point_id or (b.focal_point_id is null and f.organisation_id = b.organisation_id))
              order by f.function limit 1) as mail
      from ${entryTables} join meeting_invitations i on i.event_id = m.event_id
      join committee_members b on b.id = i.member_id
      where i.id = ${id}`,
  );
}
