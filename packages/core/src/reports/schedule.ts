// Sets what a partner is to report and when: one report for each period, due so many days after its end.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { type Db, defineAct, firstRow, plainDate } from "../kernel/index.ts";
import { organisationOf } from "../organisations/index.ts";
import { reportErrors } from "./errors.ts";
import { mostReports, periodsOf, reportKind } from "./model.ts";

/** @throws `reports.not_a_party`, `reports.no_end`, `reports.period_backwards`, `reports.too_many` */
export const scheduleReports = defineAct({
  name: "reports.schedule",
  permission: "reports.ask",
  scope: "object",
  input: z.object({
    agreement: z.string().min(1).max(40),
    organisation: z.string().min(1).max(40),
    kind: reportKind,
    /** Null: once, for the whole time. */
    everyMonths: z.int().min(1).max(24).nullable(),
    from: plainDate,
    /** The end of the agreement without it. */
    until: plainDate.nullish(),
    daysAfter: z.int().min(0).max(365).default(30),
    language: z.enum(["fr", "ar", "en"]).default("fr"),
    focalPoint: z.uuid().nullish(),
  }),
  output: z.object({ schedule: z.uuid(), reports: z.int() }),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const organisation = await organisationOf(ctx.tx, given.organisation);
    const party = await firstRow(
      ctx.tx,
      sql`select 1 from agreement_parties where agreement_id = ${agreement.id} and organisation_id = ${organisation.id}`,
    );
    if (party === undefined) throw reportErrors.not_a_party({ organisation: organisation.name });
    await requireFocalPoint(ctx.tx, organisation, given.focalPoint ?? null);
    const until = given.until ?? agreement.period_to;
    if (until === null) throw reportErrors.no_end({ agreement: agreement.reference });
    const { kind, everyMonths, from, daysAfter } = given;
    const periods = periodsOf({ from, until, everyMonths, daysAfter });
    if (periods.length === 0) throw reportErrors.period_backwards({ from, until });
    if (periods.length > mostReports) throw reportErrors.too_many({ most: mostReports });
    const schedule = ctx.ids.next();
    await sql`
      insert into report_schedules (id, space, agreement_id, organisation_id, kind, every_months, days_after, language,
                                    focal_point_id, recorded_at)
      values (${schedule}, ${agreement.space}, ${agreement.id}, ${organisation.id}, ${kind}, ${everyMonths},
              ${daysAfter}, ${given.language}, ${given.focalPoint ?? null}, ${ctx.clock.now()})`.execute(
      ctx.tx,
    );
    await sql`
      insert into reports (id, space, schedule_id, agreement_id, organisation_id, kind, period_from, period_to, due_on,
                           state)
      select id, ${agreement.space}, ${schedule}, ${agreement.id}, ${organisation.id}, ${kind}, p_from, p_to, due, 'due'
      from unnest(${periods.map(() => ctx.ids.next())}::uuid[], ${periods.map((one) => one.from)}::date[],
                  ${periods.map((one) => one.to)}::date[], ${periods.map((one) => one.dueOn)}::date[])
        as t (id, p_from, p_to, due)`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: { schedule, organisation: organisation.reference, kind, everyMonths, from, until, daysAfter },
    });
    return { schedule, reports: periods.length };
  },
});

async function requireFocalPoint(
  tx: Db,
  { id, name }: { readonly id: string; readonly name: string },
  focalPoint: string | null,
): Promise<void> {
  if (focalPoint === null) return;
  const known = await firstRow(
    tx,
    sql`select 1 from focal_points where id = ${focalPoint} and organisation_id = ${id} and active`,
  );
  if (known === undefined) throw reportErrors.focal_point_unknown({ organisation: name });
}
