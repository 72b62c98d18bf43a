// What an auditor recommends about an agreement: an audit is an event, and each recommendation one of its decisions, so
// that it is followed up like those of a committee.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf } from "../agreements/index.ts";
import { type ActContext, defineAct, firstRow, objectScope, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { eventReference } from "./model.ts";
import { recordDecision } from "./record-decision.ts";
import { registerAttendance } from "./register-attendance.ts";
import { beginInSeries, lockSeries, seriesOf } from "./store.ts";

const recommended = z.object({
  agreement: z.string().min(1).max(40),
  /** Who audited. */
  auditor: organisationKey,
  /** The report's title, and the day it bears: with the auditor they say which audit it is. */
  report: z.string().trim().min(3).max(300),
  reportedOn: plainDate,
  recommendation: z.string().trim().min(3).max(2000),
  owner: organisationKey.nullable().default(null),
  dueOn: plainDate.nullable().default(null),
});

/** @throws `agreements.unknown`, `organisations.unknown` */
export const recordRecommendation = defineAct({
  name: "meetings.record_recommendation",
  permission: "meetings.edit",
  scope: "object",
  input: recommended,
  output: z.object({ event: eventReference, number: z.int() }),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    ctx.authorise(await objectScope(ctx.tx, agreement.id));
    const auditor = await organisationInSpace(ctx.tx, agreement.space, given.auditor);
    await lockSeries(ctx.tx, seriesOf("AUD", agreement.reference));
    const known = await firstRow(
      ctx.tx,
      sql<{ reference: string }>`
        select e.reference from events e join event_agreements l on l.event_id = e.id
        join event_participants p on p.event_id = e.id and p.organisation_id = ${auditor.id}
        where e.kind = 'audit' and l.agreement_id = ${agreement.id} and e.name = ${given.report}
          and make_date(e.date_year, e.date_month, e.date_day) = ${given.reportedOn}::date`,
    );
    const event = known?.reference ?? (await openAudit(ctx, agreement, given));
    const { number } = await recordDecision(ctx, {
      ...{ event, decision: given.recommendation, owner: given.owner, dueOn: given.dueOn },
    });
    const { report, recommendation } = given;
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { audit: event, report, auditor: auditor.reference, number, recommendation },
    });
    return { event, number };
  },
});

type Agreement = Awaited<ReturnType<typeof agreementOf>>;

async function openAudit(
  ctx: ActContext,
  agreement: Agreement,
  given: z.output<typeof recommended>,
): Promise<string> {
  const id = ctx.ids.next();
  const reference = await beginInSeries(ctx.tx, seriesOf("AUD", agreement.reference), id, agreement.id);
  const [year, month, day] = given.reportedOn.split("-").map(Number);
  await sql`
    insert into events (id, space, reference, kind, name, date_year, date_month, date_day, territory_id, recorded_at)
    values (${id}, ${agreement.space}, ${reference}, 'audit', ${given.report}, ${year}, ${month}, ${day},
            ${agreement.territory_id}, ${ctx.clock.now()})`.execute(ctx.tx);
  await sql`
    insert into event_agreements (event_id, agreement_id, space, relation)
    values (${id}, ${agreement.id}, ${agreement.space}, 'discussed_at')`.execute(ctx.tx);
  await registerAttendance(ctx, { event: reference, role: "organiser", organisation: given.auditor });
  return reference;
}
