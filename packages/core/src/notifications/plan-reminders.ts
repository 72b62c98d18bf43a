// Plans what somebody is to be told: each alarm that she sees and answers for, once until it was settled or a week passed.
import { sql } from "kysely";
import { type Alarm, alarms } from "../alarms/index.ts";
import { type Context, dayOf, inReading, nameActor, type Space } from "../kernel/index.ts";
import { alarmKey, type ReminderTerms, toldAs } from "./model.ts";
import { actorFor, type Receiver, receiversOf } from "./receivers.ts";
import { reminderTermsOn } from "./terms.ts";

export type SpacedAlarm = Alarm & { readonly space: Space };

/** Everything that is late and that she may see: the question «still due?», asked with her own rights. */
export async function alarmsFor(ctx: Context, receiver: Receiver): Promise<SpacedAlarm[]> {
  const own = { ...ctx, actor: actorFor(ctx, receiver) };
  const both = await Promise.all(
    (["real", "simulated"] as const).map(async (space) => {
      const { alarms: found } = await alarms(own, { space, limit: 200 });
      return found.map((alarm) => ({ ...alarm, space }));
    }),
  );
  return both.flat();
}

/** Plans for everybody; returns how many reminders are new. */
export async function planReminders(ctx: Context): Promise<number> {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const receivers = await inReading(ctx, (tx) => receiversOf(ctx, tx));
  const terms = await inReading(ctx, (tx) => reminderTermsOn(tx, today));
  let planned = 0;
  for (const receiver of receivers) {
    if (receiver.wanted) planned += await planFor(ctx, receiver, terms);
  }
  return planned;
}

async function planFor(ctx: Context, receiver: Receiver, terms: ReminderTerms): Promise<number> {
  const roles = receiver.roles.map(({ role }) => role);
  const told = (await alarmsFor(ctx, receiver)).flatMap((alarm) => {
    const as = toldAs(roles, alarm.daysLate, terms.escalated);
    return as === undefined ? [] : [{ alarm, escalated: as === "escalated" }];
  });
  if (told.length === 0) return 0;
  const at = ctx.clock.now();
  const since = new Date(at.getTime() - terms.again * 86_400_000);
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "notifications.plan");
    const { numAffectedRows = 0n } = await sql`
      insert into reminders (id, user_id, alarm, agreement, space, escalated, planned_at)
      select t.id, ${receiver.id}, t.alarm, t.agreement, t.space, t.escalated, ${at}
      from unnest(${told.map(() => ctx.ids.next())}::uuid[], ${told.map(({ alarm }) => alarmKey(alarm))}::text[],
                  ${told.map(({ alarm }) => alarm.agreement)}::text[], ${told.map(({ alarm }) => alarm.space)}::text[],
                  ${told.map(({ escalated }) => escalated)}::boolean[]) as t (id, alarm, agreement, space, escalated)
      where not exists (select from reminders r where r.user_id = ${receiver.id} and r.alarm = t.alarm
                          and (r.outcome is null or r.planned_at > ${since}))
      on conflict do nothing`.execute(tx);
    return Number(numAffectedRows);
  });
}
