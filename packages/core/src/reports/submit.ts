// A partner gives its report, or again what was sent back of it. Numbers become its declarations of the period.
import { sql } from "kysely";
import { z } from "zod";
import { amountText } from "../funding/index.ts";
import { linkOf, spendLink } from "../identity/index.ts";
import {
  type ActContext,
  type Actor,
  count,
  type Db,
  dayOf,
  defineAct,
  eachOnce,
  messageReference,
  parseMoney,
  type Scope,
} from "../kernel/index.ts";
import { keepEvidence, promisesOf, seeAsPartner } from "../requests/index.ts";
import { declare } from "../results/index.ts";
import { reportErrors } from "./errors.ts";
import { neededParts, type ReportPart, reportPart, tellsNumbers, waiting } from "./model.ts";
import { currenciesOf, type ItemRow, presentItems, type ReportRow, reportOf } from "./store.ts";

const given = z.object({
  /** Which one; whoever came by a link has just one. */
  report: z.uuid().optional(),
  account: z.string().trim().min(3).max(20_000).nullish(),
  numbers: z
    .array(z.object({ commitment: z.string().max(60), quantity: count }))
    .max(100)
    .refine((numbers) => eachOnce(numbers, ({ commitment }) => commitment), "one number for each promise")
    .default([]),
  spent: z.object({ amount: amountText, currency: z.string().length(3) }).nullish(),
  file: z.object({ name: z.string().trim().min(1).max(200), base64: z.base64() }).nullish(),
});
type Given = z.output<typeof given>;

/**
 * @throws `reports.not_theirs`, `reports.not_open`, `reports.part_missing`, `reports.not_sent_back`,
 * `reports.currency_unknown`, `requests.file_…`
 */
export const submitReport = defineAct({
  name: "reports.submit",
  permission: "reports.submit",
  scope: "object",
  input: given,
  output: z.object({ report: z.uuid(), items: z.int() }),
  async run(ctx, answer) {
    const own = await ownReport(ctx, answer.report);
    const actor = await seeAsPartner(ctx.tx, ctx.actor, own.organisation_id, "reports.submit");
    // locked and read again: of two answers at once, the second finds it received
    const report = await reportOf(ctx.tx, own.id, true);
    if (!waiting.includes(report.state)) throw reportErrors.not_open({ state: report.state });
    const inner = { ...ctx, actor };
    const before = await presentItems(ctx.tx, report.id);
    await requireParts(inner, report, before, answer);
    await requireCurrency(inner, report, answer);
    const items = await writeItems(inner, report, answer);
    await sql`
      update reports set state = 'received', received_at = coalesce(received_at, ${ctx.clock.now()}), round = round + 1
      where id = ${report.id}`.execute(ctx.tx);
    if (ctx.actor.kind === "link") await spendLink(ctx.tx, ctx.actor.id, ctx.clock.now());
    await ctx.journal({
      object: { kind: "agreement", id: report.agreement_id },
      after: {
        report: report.id,
        round: report.round + 1,
        numbers: answer.numbers,
        spent: answer.spent ?? null,
      },
    });
    await ctx.emit({ type: "reports.received", objectId: report.id });
    return { report: report.id, items };
  },
});

interface Asking {
  readonly actor: Actor;
  readonly tx: Db;
  authorise(scope: Scope): void;
}

/** The report of the actor's link, or one of her organisation's. @throws `reports.not_theirs`, `reports.unknown` */
export async function ownReport(ctx: Asking, wanted: string | undefined): Promise<ReportRow> {
  const link = await linkOf(ctx.tx, ctx.actor);
  const bound = link?.objectKind === "report" ? link.objectId : undefined;
  if (ctx.actor.kind === "link" && (bound === undefined || (wanted ?? bound) !== bound)) {
    throw reportErrors.not_theirs();
  }
  const report = await reportOf(ctx.tx, bound ?? wanted ?? "");
  ctx.authorise({ organisations: [report.organisation_id] });
  return report;
}

/** The first time everything that the kind needs; afterwards what was sent back, all of it and nothing else. */
async function requireParts(ctx: ActContext, report: ReportRow, before: readonly ItemRow[], answer: Given) {
  const told = keysOf(answer);
  const owed = tellsNumbers(report.kind)
    ? (await promisesOf(ctx.tx, report, dayOf(ctx.clock.now(), ctx.timeZone))).filter(({ own }) => own)
    : [];
  const foreign = answer.numbers.find(({ commitment }) => !owed.some((one) => one.commitment === commitment));
  if (foreign !== undefined) throw reportErrors.not_theirs();
  const wanted = before.length === 0 ? firstParts(report, owed) : sentBack(before);
  const missing = wanted.filter((key) => !told.includes(key));
  if (missing.length > 0) throw reportErrors.part_missing({ missing: missing.map(partName) });
  const extra = before.length > 0 && told.find((key) => !wanted.includes(key));
  if (extra) throw reportErrors.not_sent_back({ part: partName(extra) });
}

/** The part of a report as its reader calls it; a number by the promise that it is for. */
const partName = (key: string): string =>
  reportPart.safeParse(key).success
    ? messageReference("reports", `part.${key}`)
    : messageReference("reports", "part.number", { commitment: key });

async function requireCurrency(
  ctx: ActContext,
  { agreement_id }: ReportRow,
  { spent }: Given,
): Promise<void> {
  if (!spent) return;
  const among = await currenciesOf(ctx.tx, agreement_id);
  if (!among.includes(spent.currency))
    throw reportErrors.currency_unknown({ currency: spent.currency, among });
}

const firstParts = ({ kind }: ReportRow, owed: readonly { readonly commitment: string }[]): string[] => [
  ...neededParts[kind],
  ...owed.map(({ commitment }) => commitment),
];

const sentBack = (before: readonly ItemRow[]): string[] =>
  before.flatMap(({ verdict, part, commitment }) => (verdict === "sent_back" ? [commitment ?? part] : []));

/** The parts that are given: the name of a part, or the reference of the promise that a number is for. */
function keysOf({ account, numbers, spent, file }: Given): string[] {
  const parts: (ReportPart | false)[] = [!!account && "account", !!spent && "spent", !!file && "file"];
  return [...parts.filter((part) => part !== false), ...numbers.map(({ commitment }) => commitment)];
}

async function writeItems(ctx: ActContext, report: ReportRow, answer: Given): Promise<number> {
  const { account, spent, file, numbers } = answer;
  const document = file ? await keepEvidence(ctx, report, file) : null;
  const write = (part: ReportPart, columns: ReturnType<typeof sql>, values: ReturnType<typeof sql>) =>
    sql`insert into report_items (id, report_id, round, part, given_at, ${columns})
        values (${ctx.ids.next()}, ${report.id}, ${report.round + 1}, ${part}, ${ctx.clock.now()}, ${values})`.execute(
      ctx.tx,
    );
  if (account) await write("account", sql`account`, sql`${account}`);
  if (document !== null) await write("file", sql`document_id`, sql`${document}`);
  if (spent) {
    const { minor, currency } = parseMoney(spent.amount, spent.currency);
    await write("spent", sql`spent_minor, currency`, sql`${minor.toString()}::bigint, ${currency}`);
  }
  for (const { commitment, quantity } of numbers) {
    const period = { from: report.from, to: report.to };
    const evidence = document === null ? {} : { document };
    await declare(ctx, { commitment, quantity, declarant: report.organisation_id, period, ...evidence });
    const id = sql`(select c.id from find_commitment(${commitment}) c)`;
    await write("number", sql`commitment_id, quantity`, sql`${id}, ${quantity}`);
  }
  return keysOf(answer).length;
}
