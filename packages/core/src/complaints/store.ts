// Reads and writes of this folder's tables.
import { sql } from "kysely";
import {
  type ActContext,
  type Db,
  dayOf,
  firstRow,
  onlyRow,
  readSetting,
  rows,
  type Space,
} from "../kernel/index.ts";
import { complaintErrors } from "./errors.ts";
import type { decisions, states } from "./model.ts";

export interface ComplaintRow {
  readonly id: string;
  readonly space: Space;
  readonly number: string;
  readonly language: "fr" | "ar" | "en";
  readonly state: (typeof states)[number];
  readonly decision: (typeof decisions)[number] | null;
  readonly box: string | null;
  readonly receivedAt: string;
  readonly decidedAt: string | null;
}

export const complaintColumns = sql`
  c.id, c.space, c.number, c.language, c.state, c.decision, c.box_id as box, to_json(c.received_at) #>> '{}' as "receivedAt",
  to_json(c.decided_at) #>> '{}' as "decidedAt"`;

/** To which space belongs what is told here: to the simulated one where the real space takes nothing in, as in the demo. */
export async function spaceOfComplaints(db: Db): Promise<Space> {
  return (await readSetting(db, "real_results_refused")) === true ? "simulated" : "real";
}

/** @throws `complaints.unknown` */
export async function complaintOf(db: Db, number: string): Promise<ComplaintRow> {
  const found = await firstRow(
    db,
    sql<ComplaintRow>`select ${complaintColumns} from complaints c where number = ${number}`,
  );
  if (found === undefined) throw complaintErrors.unknown({ number });
  return found;
}

/** @throws `complaints.receipt_unknown` */
export async function complaintByReceipt(db: Db, hash: Buffer): Promise<ComplaintRow> {
  const found = await firstRow(
    db,
    sql<ComplaintRow>`select ${complaintColumns} from complaints c where receipt_hash = ${hash}`,
  );
  if (found === undefined) throw complaintErrors.receipt_unknown();
  return found;
}

/** The next number of the year, in the order in which complaints come. */
export async function nextNumber(ctx: ActContext): Promise<string> {
  const year = dayOf(ctx.clock.now(), ctx.timeZone).slice(0, 4);
  await sql`select pg_advisory_xact_lock(hashtextextended('iltizam.complaints', 0))`.execute(ctx.tx);
  const { next } = await onlyRow(
    ctx.tx,
    sql<{ next: number }>`
      select coalesce(max(split_part(number, '-', 3)::int), 0) + 1 as next from complaints
      where number like ${`C-${year}-%`}`,
  );
  return `C-${year}-${String(next).padStart(4, "0")}`;
}

export interface EntryRow {
  readonly kind: "addition" | "answer";
  readonly box: string | null;
  readonly at: string;
}

export function entriesOf(db: Db, complaint: string): Promise<EntryRow[]> {
  return rows(
    db,
    sql<EntryRow>`
      select kind, box_id as box, to_json(recorded_at) #>> '{}' as at from complaint_entries
      where complaint_id = ${complaint} order by recorded_at, id`,
  );
}

export async function insertEntry(
  ctx: ActContext,
  entry: { readonly complaint: string; readonly kind: EntryRow["kind"]; readonly box: string },
): Promise<void> {
  await sql`
    insert into complaint_entries (id, complaint_id, kind, box_id, recorded_at)
    values (${ctx.ids.next()}, ${entry.complaint}, ${entry.kind}, ${entry.box}, ${ctx.clock.now()})`.execute(
    ctx.tx,
  );
}
