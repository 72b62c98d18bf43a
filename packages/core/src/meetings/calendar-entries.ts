// What a calendar program shows: the meetings of committees at their hour, and other events on the days that are known.
import { codes } from "@iltizam/reference";
import { sql } from "kysely";
import {
  type Context,
  type Db,
  dayOf,
  firstRow,
  inReading,
  type Locale,
  message,
  rows,
  type Space,
} from "../kernel/index.ts";
import type { CalendarEntry } from "./calendar.ts";

export interface MeetingRow {
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

export const meetingColumns = sql`
  e.id, e.reference as event, c.name as committee, c.id as "committeeId", a.title as agreement, a.id as "agreementId",
  m.state, m.starts_at as "startsAt", m.minutes_long as "minutesLong", e.place_text as place, m.sequence,
  e.recorded_at as stamp,
  array(select g.item from agenda_items g where g.event_id = e.id order by g.ordinal) as agenda`;
export const meetingTables = sql`
  committee_meetings m join events e on e.id = m.event_id join committees c on c.id = m.committee_id
  join agreements a on a.id = c.agreement_id`;

/** `origin` is where it can be read; none in a file that is saved. */
export function meetingEntry(row: MeetingRow, origin: string | null): CalendarEntry {
  const numbered = row.agenda.map((item, at) => `${at + 1}. ${item}`);
  return {
    ...{ uid: `${row.id}@iltizam`, sequence: row.sequence, stamp: row.stamp, start: row.startsAt },
    ...{ minutesLong: row.minutesLong, title: `${row.committee} · ${row.agreement}`, place: row.place },
    text: numbered.join("\n"),
    address: origin === null ? null : `${origin}/meetings/${row.event}`,
    isCancelled: row.state === "cancelled",
  };
}

interface DatedEvent {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly name: string | null;
  readonly nameAr: string | null;
  readonly nameEn: string | null;
  readonly day: string;
  readonly place: string | null;
  readonly placeAr: string | null;
  readonly stamp: Date;
  readonly topics: readonly { readonly label: string; readonly labelAr: string | null }[];
}

/** Events whose day is known in full, other than meetings of committees. */
const eventsOfDays = sql`
  select e.id, e.space, e.reference, e.kind, e.name, e.name_ar as "nameAr", e.name_en as "nameEn",
         make_date(e.date_year, e.date_month, e.date_day)::text as day, e.recorded_at as stamp,
         coalesce(e.place_text, t.name_fr) as place, coalesce(e.place_text, t.name_ar) as "placeAr",
         (select coalesce(json_agg(json_build_object('label', p.label, 'labelAr', p.label_ar) order by p.id), '[]')
          from event_topics p where p.event_id = e.id) as topics
  from events e left join territories t on t.id = e.territory_id
  where e.date_day is not null and not exists (select from committee_meetings m where m.event_id = e.id)`;

function eventEntry(row: DatedEvent, language: Locale, origin: string | null): CalendarEntry {
  const name = { fr: row.name, ar: row.nameAr ?? row.name, en: row.nameEn ?? row.name }[language];
  const kind = kindWords(row.kind, language);
  const topics = row.topics.map(({ label, labelAr }) => (language === "ar" ? (labelAr ?? label) : label));
  return {
    ...{ uid: `${row.id}@iltizam`, sequence: 0, stamp: row.stamp, start: row.day },
    ...{ title: name ?? kind, text: [kind, ...topics].join("\n") },
    place: language === "ar" ? row.placeAr : row.place,
    address: origin === null ? null : `${origin}/events/${row.reference}`,
    isCancelled: false,
  };
}

/** Committees and audits are events of the register alone: texts know them by other words. */
function kindWords(kind: string, language: Locale): string {
  const ofTexts = codes("event_kinds").find(({ code }) => code === kind);
  return ofTexts?.label[language] ?? message(language, "meetings", `kind.${kind}`);
}

/** The entry of one event; undefined where its day is not known in full. */
export async function entryOfEvent(
  db: Db,
  event: string,
  language: Locale,
): Promise<CalendarEntry | undefined> {
  const meeting = await firstRow(
    db,
    sql<MeetingRow>`select ${meetingColumns} from ${meetingTables} where e.reference = ${event}`,
  );
  if (meeting !== undefined) return meetingEntry(meeting, null);
  const row = await firstRow(
    db,
    sql<DatedEvent>`select * from (${eventsOfDays}) e where reference = ${event}`,
  );
  return row && eventEntry(row, language, null);
}

const halfAYear = 182 * 86_400_000;
/** More than this no calendar program shows at once. */
const most = 1000;

/** The meetings and events of a space that the actor may see, from half a year ago on. */
export function entriesSeen(
  ctx: Context,
  { origin, space, language }: { readonly origin: string; readonly space: Space; readonly language: Locale },
): Promise<CalendarEntry[]> {
  const since = new Date(ctx.clock.now().getTime() - halfAYear);
  return inReading(ctx, async (tx) => {
    const meetings = await rows(
      tx,
      sql<MeetingRow>`select ${meetingColumns} from ${meetingTables}
                      where m.space = ${space} and m.starts_at >= ${since}
                      order by m.starts_at, e.reference limit ${most}`,
    );
    const events = await rows(
      tx,
      sql<DatedEvent>`select * from (${eventsOfDays}) e
                    where space = ${space} and day >= ${dayOf(since, ctx.timeZone)}
                    order by day, reference limit ${most}`,
    );
    return [
      ...meetings.map((row) => meetingEntry(row, origin)),
      ...events.map((row) => eventEntry(row, language, origin)),
    ];
  });
}
