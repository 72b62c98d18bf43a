// Asks a partner for a report that is due: a mail with a one-time link, or a link to hand over.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { makeAccessLink } from "../identity/index.ts";
import { defineAct, plainDate } from "../kernel/index.ts";
import { organisationOf } from "../organisations/index.ts";
import { reportErrors } from "./errors.ts";
import { reportKind, waiting } from "./model.ts";
import { lockedReport, presentItems } from "./store.ts";

/** For how long a link opens the report. */
const linkDays = 30;

/** @throws `reports.unknown`, `reports.not_open`, `reports.no_mail` */
export const askReport = defineAct({
  name: "reports.ask",
  permission: "reports.ask",
  scope: "object",
  input: z.object({
    report: z.uuid(),
    /** False: the link is handed over in another way (`reports.make_link`). */
    send: z.boolean().default(true),
  }),
  output: z.object({ report: z.uuid(), sent: z.boolean() }),
  async run(ctx, { report: id, send }) {
    const report = await lockedReport(ctx.tx, id, waiting);
    ctx.authorise(report.scope);
    const organisation = await organisationOf(ctx.tx, report.organisation_id);
    if (send && report.mail === null) throw reportErrors.no_mail({ organisation: organisation.name });
    await sql`update reports set asked_at = ${ctx.clock.now()},
                state = case state when 'due' then 'asked' else state end where id = ${id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: report.agreement_id },
      after: { report: id, asked: report.kind, from: report.from, to: report.to, sent: send },
    });
    if (send) await ctx.emit({ type: "reports.asked", objectId: id });
    return { report: id, sent: send };
  },
});

/** The link of a report that waits, made when its mail is sent or to be handed over; an earlier one is over. */
export const makeReportLink = defineAct({
  name: "reports.make_link",
  permission: "reports.ask",
  scope: "object",
  input: z.object({ report: z.uuid() }),
  output: z.object({
    token: z.string(),
    mail: z.string().nullable(),
    language: z.enum(["fr", "ar", "en"]),
    kind: reportKind,
    agreement: z.string(),
    organisation: z.string(),
    period: z.object({ from: plainDate, to: plainDate }),
    dueOn: plainDate,
    /** Why parts of it were sent back; empty the first time. */
    reasons: z.array(z.string()),
  }),
  async run(ctx, { report: id }) {
    const report = await lockedReport(ctx.tx, id, waiting);
    const agreement = await agreementOf(ctx.tx, report.agreement_id);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const organisation = await organisationOf(ctx.tx, report.organisation_id);
    const { id: link, token } = await makeAccessLink(ctx, {
      ...{ objectKind: "report", objectId: id, organisation: organisation.id, days: linkDays },
      label: `${report.addressee ?? "-"} (${organisation.name})`,
    });
    await ctx.journal({ object: { kind: "access_link", id: link }, after: { report: id } });
    const items = await presentItems(ctx.tx, id);
    const { mail, language, kind, from, to, due_on: dueOn } = report;
    const reasons = items.flatMap(({ verdict, verdict_reason: why }) =>
      verdict === "sent_back" ? [why ?? ""] : [],
    );
    const told = { agreement: agreement.title, organisation: organisation.name };
    return { token, mail, language, kind, ...told, period: { from, to }, dueOn, reasons };
  },
});

/** A report that nobody waits for any more, and why; with `following`, those after it of its schedule too. */
export const waiveReport = defineAct({
  name: "reports.waive",
  permission: "reports.judge",
  scope: "object",
  judges: true,
  input: z.object({
    report: z.uuid(),
    following: z.boolean().default(false),
    reason: z.string().trim().min(3).max(1000),
  }),
  output: z.object({ waived: z.int() }),
  async run(ctx, { report: id, following, reason }) {
    const report = await lockedReport(ctx.tx, id, waiting);
    ctx.authorise(report.scope);
    const { numAffectedRows = 0n } = await sql`
      update reports r set state = 'waived', waived_why = ${reason} from reports first
      where first.id = ${id} and r.schedule_id = first.schedule_id and r.state in ('due', 'asked', 'sent_back')
        and (r.id = first.id or (${following}::boolean and r.period_from > first.period_from))`.execute(
      ctx.tx,
    );
    const waived = Number(numAffectedRows);
    await ctx.journal({
      object: { kind: "agreement", id: report.agreement_id },
      after: { report: id, waived },
      reason,
    });
    return { waived };
  },
});
