// Sends what waits as one mail a person and day. The receiver's settings are locked while her mail is written, so that of
// two servers one sends it; and each reminder is asked again whether it is still due.
import { sql } from "kysely";
import {
  type Context,
  type Db,
  dayOf,
  firstRow,
  inReading,
  type Locale,
  nameActor,
  rows,
} from "../kernel/index.ts";
import { alarmKey, hourOf, isQuiet } from "./model.ts";
import { alarmsFor, type SpacedAlarm } from "./plan-reminders.ts";
import { type Receiver, receiversOf } from "./receivers.ts";
import { reminderTermsOn } from "./terms.ts";

export interface Digest {
  readonly mail: string;
  readonly name: string;
  readonly language: Locale;
  /** What is late, the most late first, and which of it is told to her because nobody acted. */
  readonly alarms: readonly (SpacedAlarm & { readonly escalated: boolean })[];
  /** Days late after which it is told to her. */
  readonly escalatedAfter: number;
}

/**
 * Hands each digest that is due now to `send`; one that was not taken is tried again next time. Returns how many were
 * sent; the first failure is thrown when all others were tried.
 */
export async function sendDigests(ctx: Context, send: (digest: Digest) => Promise<void>): Promise<number> {
  const at = ctx.clock.now();
  const today = dayOf(at, ctx.timeZone);
  const now = hourOf(at, ctx.timeZone);
  const receivers = await inReading(ctx, (tx) => receiversOf(ctx, tx));
  const failures: unknown[] = [];
  let sent = 0;
  for (const receiver of receivers) {
    if (!receiver.wanted || receiver.lastSentOn === today || isQuiet(receiver, now)) continue;
    try {
      if (await sendOne(ctx, receiver, today, send)) sent += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return sent;
}

function sendOne(ctx: Context, receiver: Receiver, today: string, send: (digest: Digest) => Promise<void>) {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "notifications.send");
    if (!(await claim(tx, receiver.id, today))) return false;
    const waiting = await rows(
      tx,
      sql<{ id: string; alarm: string; escalated: boolean }>`
        select id, alarm, escalated from reminders where user_id = ${receiver.id} and outcome is null`,
    );
    if (waiting.length === 0) return false;
    const stillDue = new Map((await alarmsFor(ctx, receiver)).map((alarm) => [alarmKey(alarm), alarm]));
    const due = waiting.flatMap(({ alarm: key, escalated }) => {
      const alarm = stillDue.get(key);
      return alarm === undefined ? [] : [{ ...alarm, escalated }];
    });
    const at = ctx.clock.now();
    await sql`
      update reminders set outcome = case when alarm = any(${[...stillDue.keys()]}::text[]) then 'sent' else 'dropped' end,
        settled_at = ${at}
      where id = any(${waiting.map(({ id }) => id)}::uuid[])`.execute(tx);
    if (due.length === 0) return false;
    await sql`update notification_settings set last_sent_on = ${today} where user_id = ${receiver.id}`.execute(
      tx,
    );
    const { mail, name, language } = receiver;
    const { escalated: escalatedAfter } = await reminderTermsOn(tx, today);
    const lateFirst = due.toSorted((a, b) => b.daysLate - a.daysLate);
    await send({ mail, name, language, alarms: lateFirst, escalatedAfter });
    return true;
  });
}

/** Locks the receiver's settings; false when another server holds them, or has sent today. */
async function claim(tx: Db, user: string, today: string): Promise<boolean> {
  await sql`insert into notification_settings (user_id) values (${user}) on conflict do nothing`.execute(tx);
  const own = await firstRow(
    tx,
    sql`select from notification_settings
        where user_id = ${user} and last_sent_on is distinct from ${today}::date for update skip locked`,
  );
  return own !== undefined;
}
