// The rows of committees and their meetings that acts read before they write.
import { sql } from "kysely";
import {
  type ActContext,
  type Db,
  firstRow,
  objectScope,
  rows,
  type Scope,
  type Space,
} from "../kernel/index.ts";
import type { MeetingState } from "./committee-words.ts";
import { meetingErrors } from "./errors.ts";

export interface CommitteeRow {
  readonly id: string;
  readonly space: Space;
  readonly agreement_id: string;
  readonly agreement: string;
  readonly territory_id: string | null;
  readonly name: string;
  readonly name_ar: string | null;
  readonly set_up_on: string;
  readonly dissolved_on: string | null;
}

/** The committee, locked against another writer, and where its agreement lies. @throws `meetings.committee_unknown` */
export async function findCommittee(tx: Db, id: string): Promise<CommitteeRow & { scope: Scope }> {
  const committee = await firstRow(
    tx,
    sql<CommitteeRow>`
      select c.id, c.space, c.agreement_id, a.reference as agreement, a.territory_id, c.name, c.name_ar, c.set_up_on,
             c.dissolved_on
      from committees c join agreements a on a.id = c.agreement_id where c.id = ${id} for update of c`,
  );
  if (!committee) throw meetingErrors.committee_unknown({ committee: id });
  return { ...committee, scope: await objectScope(tx, committee.agreement_id) };
}

export interface MeetingRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly committee_id: string;
  readonly agreement_id: string;
  readonly state: MeetingState;
  readonly starts_at: Date;
  readonly language: "fr" | "ar" | "en";
  readonly sequence: number;
}

/**
 * A meeting that stands in one of these states, locked, and where its agreement lies.
 * @throws `meetings.meeting_unknown`, `meetings.meeting_not_open` (with what it is and what it would have to be)
 */
export async function findMeeting(
  tx: Db,
  reference: string,
  among: readonly MeetingState[],
): Promise<MeetingRow & { scope: Scope }> {
  const meeting = await firstRow(
    tx,
    sql<MeetingRow>`
      select e.id, e.space, e.reference, m.committee_id, c.agreement_id, m.state, m.starts_at, m.language, m.sequence
      from committee_meetings m join events e on e.id = m.event_id join committees c on c.id = m.committee_id
      where e.reference = ${reference} for update of m`,
  );
  if (!meeting) throw meetingErrors.meeting_unknown({ event: reference });
  if (!among.includes(meeting.state)) {
    throw meetingErrors.meeting_not_open({ event: reference, state: meeting.state });
  }
  return { ...meeting, scope: await objectScope(tx, meeting.agreement_id) };
}

/** What a committee's meeting has to be for something to be written of it; any other event is written whenever it is. */
export async function requireMeetingState(
  tx: Db,
  { id, reference }: { readonly id: string; readonly reference: string },
  among: readonly MeetingState[],
): Promise<void> {
  const meeting = await firstRow(
    tx,
    sql<{ state: MeetingState }>`select state from committee_meetings where event_id = ${id}`,
  );
  if (meeting && !among.includes(meeting.state))
    throw meetingErrors.meeting_not_open({ event: reference, state: meeting.state });
}

/**
 * Queues what is sent to each member: the meeting as it stands at the moment of sending. Whether a member has a mail is
 * known to the sender alone, since who convenes need not see contacts.
 */
export async function invite(ctx: ActContext, event: string, sequence: number): Promise<number> {
  const members = await rows(
    ctx.tx,
    sql<{ id: string }>`
      select b.id from committee_members b join committee_meetings m on m.committee_id = b.committee_id
      where m.event_id = ${event} and b.left_on is null order by b.id`,
  );
  const told = members.map(({ id }) => ({ id: ctx.ids.next(), member: id }));
  await sql`
    insert into meeting_invitations (id, event_id, member_id, sequence, recorded_at)
    select id, ${event}, member, ${sequence}, ${ctx.clock.now()}
    from unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ member }) => member)}::uuid[]) as t (id, member)`.execute(
    ctx.tx,
  );
  for (const { id } of told) await ctx.emit({ type: "meetings.invited", objectId: id });
  return told.length;
}

export async function writeAgenda(tx: Db, event: string, items: readonly string[]): Promise<void> {
  await sql`delete from agenda_items where event_id = ${event}`.execute(tx);
  await sql`
    insert into agenda_items (event_id, ordinal, item)
    select ${event}, ordinal, item from unnest(${[...items]}::text[]) with ordinality as given (item, ordinal)`.execute(
    tx,
  );
}
