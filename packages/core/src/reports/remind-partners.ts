// Asks by itself for what is due soon, and again for what is late; each report at most once a week.
import { sql } from "kysely";
import { endedStates } from "../agreements/index.ts";
import { type Context, dayOf, inReading, rows, together } from "../kernel/index.ts";
import { askReport } from "./ask.ts";

/** A report is asked for so many days before it is due, and a late one again after so many days. */
const askedBefore = 15;
const againAfter = 7;

/** Returns how many were asked for. Of two servers, one asks: the row is claimed before it is asked again whether it is due. */
export async function remindPartners(ctx: Context): Promise<number> {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  const since = new Date(ctx.clock.now().getTime() - againAfter * 86_400_000);
  const due = sql`
    (r.state = 'due' and r.asked_at is null and r.due_on - ${askedBefore}::int <= ${today}::date
     or r.state in ('due', 'asked', 'sent_back') and r.asked_at < ${since} and r.due_on < ${today}::date)
    and exists (select from agreements a
                where a.id = r.agreement_id and a.state <> all(${[...endedStates]}::text[]))
    and exists (select from report_schedules s join focal_points f on f.active and f.mail is not null
                  and (f.id = s.focal_point_id or (s.focal_point_id is null and f.organisation_id = r.organisation_id))
                where s.id = r.schedule_id)`;
  const found = await inReading(ctx, (tx) =>
    rows(tx, sql<{ id: string }>`select r.id from reports r where ${due} order by r.due_on, r.id limit 100`),
  );
  let asked = 0;
  for (const { id } of found) {
    await together(ctx, "reports.remind", async (inner) => {
      const { rows: claimed } = await sql`
        select r.id from reports r where r.id = ${id} and ${due} for update skip locked`.execute(
        inner.transaction ?? inner.db,
      );
      if (claimed.length === 0) return;
      await askReport(inner, { report: id });
      asked += 1;
    });
  }
  return asked;
}
