// The reports of an agreement, one report with what it holds, and what one's own organisation owes to report.
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { type Db, dayOf, defineQuery, formatMoney, objectScope, plainDate, rows } from "../kernel/index.ts";
import { namedParty, namedPartyOfO } from "../organisations/index.ts";
import { promiseShown, promisesOf, seeAsPartner } from "../requests/index.ts";
import { reportKind, reportPart, reportState, tellsNumbers } from "./model.ts";
import { currenciesOf, type ItemRow, presentItems, reportOf } from "./store.ts";
import { ownReport } from "./submit.ts";

const listed = z.object({
  id: z.uuid(),
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  organisation: namedParty,
  kind: reportKind,
  period: z.object({ from: plainDate, to: plainDate }),
  dueOn: plainDate,
  state: reportState,
  isLate: z.boolean(),
  receivedAt: z.date().nullable(),
  askedAt: z.date().nullable(),
});
type Listed = z.infer<typeof listed>;

const item = z.object({
  id: z.uuid(),
  part: reportPart,
  round: z.int(),
  commitment: z.string().nullable(),
  account: z.string().nullable(),
  quantity: z.int().nullable(),
  spent: z.object({ amount: z.string(), currency: z.string() }).nullable(),
  file: z.string().nullable(),
  verdict: z.enum(["accepted", "sent_back"]).nullable(),
  reason: z.string().nullable(),
});

const readable = (row: ItemRow): z.infer<typeof item> => ({
  ...{ id: row.id, part: row.part, round: row.round, commitment: row.commitment, account: row.account },
  ...{ quantity: row.quantity, file: row.file_name, verdict: row.verdict, reason: row.verdict_reason },
  spent:
    row.spent_minor === null || row.currency === null
      ? null
      : {
          amount: formatMoney({ minor: BigInt(row.spent_minor), currency: row.currency }),
          currency: row.currency,
        },
});

function list(db: Db, today: string, where: ReturnType<typeof sql>): Promise<Listed[]> {
  return rows(
    db,
    sql<Listed>`
      select r.id, a.reference as agreement, a.title, a.title_ar as "titleAr", a.title_en as "titleEn", r.kind, r.due_on as "dueOn", r.state,
             ${namedPartyOfO} as organisation,
             json_build_object('from', r.period_from, 'to', r.period_to) as period,
             r.state in ('due', 'asked', 'sent_back') and r.due_on < ${today}::date as "isLate",
             r.received_at as "receivedAt", r.asked_at as "askedAt"
      from reports r join agreements a on a.id = r.agreement_id join organisations o on o.id = r.organisation_id
      where ${where} order by r.due_on, o.reference, r.kind, r.id`,
  );
}

export const reportsOfAgreement = defineQuery({
  name: "reports.of_agreement",
  permission: "reports.read",
  scope: "object",
  input: z.object({ agreement: z.string().min(1).max(40) }),
  output: z.object({ reports: z.array(listed) }),
  async run(ctx, { agreement: key }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    return { reports: await list(ctx.tx, today, sql`r.agreement_id = ${agreement.id}`) };
  },
});

/** @throws `reports.unknown` */
export const readReport = defineQuery({
  name: "reports.report",
  permission: "reports.read",
  scope: "object",
  input: z.object({ report: z.uuid() }),
  output: listed.extend({ round: z.int(), items: z.array(item) }),
  async run(ctx, { report: id }) {
    const report = await reportOf(ctx.tx, id);
    ctx.authorise(await objectScope(ctx.tx, report.agreement_id));
    return inFull(ctx.tx, id, report.round, dayOf(ctx.clock.now(), ctx.timeZone));
  },
});

async function inFull(db: Db, id: string, round: number, today: string) {
  const [head] = await list(db, today, sql`r.id = ${id}`);
  if (head === undefined) throw new Error("a report that was read is there");
  const items = await presentItems(db, id);
  return { ...head, round, items: items.map(readable) };
}

/** What the actor's own organisations owe to report, and what became of it. */
export const ownReports = defineQuery({
  name: "reports.own_list",
  permission: "reports.read_own",
  scope: "somewhere",
  input: z.object({}),
  output: z.object({ reports: z.array(listed) }),
  async run(ctx) {
    const own = ctx.actor.grants.flatMap(({ permissions, organisation }) =>
      organisation !== undefined && permissions.includes("reports.read_own") ? [organisation] : [],
    );
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    return {
      reports: await list(
        ctx.tx,
        today,
        sql`r.organisation_id = any(${own}::uuid[]) and r.state <> 'waived'`,
      ),
    };
  },
});

/** One report as its partner sees it: what is asked, what it gave, what was sent back and why. */
export const readOwnReport = defineQuery({
  name: "reports.own",
  permission: "reports.read_own",
  scope: "object",
  input: z.object({
    /** Which one; whoever came by a link has just one. */
    report: z.uuid().optional(),
  }),
  output: listed.extend({
    ...{ round: z.int(), items: z.array(item), promised: z.array(promiseShown) },
    /** Those in which what was spent may be told, the agreement's own first. */
    currencies: z.array(z.string()),
  }),
  async run(ctx, { report: wanted }) {
    const report = await ownReport(ctx, wanted);
    await seeAsPartner(ctx.tx, ctx.actor, report.organisation_id, "reports.own");
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const promises = tellsNumbers(report.kind) ? await promisesOf(ctx.tx, report, today) : [];
    const promised = promises.filter(({ own }) => own).map(({ own: _, ...promise }) => promise);
    const currencies = await currenciesOf(ctx.tx, report.agreement_id);
    return { ...(await inFull(ctx.tx, report.id, report.round, today)), promised, currencies };
  },
});
