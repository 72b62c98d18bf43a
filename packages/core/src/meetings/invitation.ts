// What a member is told of a meeting, as it stands at the moment of telling.
import { sql } from "kysely";
import { type Context, type Db, firstRow, inReading } from "../kernel/index.ts";
import type { CalendarEntry } from "./calendar.ts";
import { type MeetingRow, meetingColumns, meetingEntry, meetingTables } from "./calendar-entries.ts";
import { wallClock } from "./committee-words.ts";
import { carriedTo } from "./open-decisions.ts";

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

type Told = MeetingRow & {
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
    entry: meetingEntry(told, origin),
  };
}

function toldOf(db: Db, id: string): Promise<Told | undefined> {
  return firstRow(
    db,
    sql<Told>`
      select ${meetingColumns}, m.language, i.sequence as told, b.function as to,
             (select f.mail from focal_points f
              where f.active and f.mail is not null
                and (f.id = b.focal_point_id or (b.focal_point_id is null and f.organisation_id = b.organisation_id))
              order by f.function limit 1) as mail
      from ${meetingTables} join meeting_invitations i on i.event_id = m.event_id
      join committee_members b on b.id = i.member_id
      where i.id = ${id}`,
  );
}
