// Judges a report item by item: accepted, or sent back with a reason. With one sent back, the partner is asked again.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, eachOnce } from "../kernel/index.ts";
import { reportErrors } from "./errors.ts";
import { type ReportState, reportState } from "./model.ts";
import { lockedReport, presentItems } from "./store.ts";

const verdicts = z
  .array(
    z.object({
      item: z.uuid(),
      verdict: z.enum(["accepted", "sent_back"]),
      /** Needed where it is sent back: what is wrong, and what would be accepted. */
      reason: z.string().trim().min(3).max(1000).nullish(),
    }),
  )
  .min(1)
  .max(120)
  .refine((given) => eachOnce(given, ({ item }) => item), "one verdict for each item");

/** @throws `reports.not_open`, `reports.item_unknown`, `reports.reason_missing` */
export const judgeReport = defineAct({
  name: "reports.judge",
  permission: "reports.judge",
  scope: "object",
  judges: true,
  input: z.object({ report: z.uuid(), verdicts }),
  output: z.object({ report: z.uuid(), state: reportState }),
  async run(ctx, { report: id, verdicts: given }) {
    const report = await lockedReport(ctx.tx, id, ["received"]);
    ctx.authorise(report.scope);
    const items = await presentItems(ctx.tx, id);
    const open = new Set(items.filter(({ verdict }) => verdict === null).map((item) => item.id));
    const unknown = given.find(({ item }) => !open.has(item));
    if (unknown !== undefined) throw reportErrors.item_unknown({ item: unknown.item });
    const silent = given.find(({ verdict, reason }) => verdict === "sent_back" && !reason);
    if (silent !== undefined) throw reportErrors.reason_missing();
    await writeVerdicts(ctx, given);
    const judged = new Map(given.map(({ item, verdict }) => [item, verdict]));
    const all = items.map((item) => item.verdict ?? judged.get(item.id) ?? null);
    const state: ReportState = all.includes(null)
      ? "received"
      : all.includes("sent_back")
        ? "sent_back"
        : "accepted";
    await sql`update reports set state = ${state}, judged_at = ${ctx.clock.now()} where id = ${id}`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "agreement", id: report.agreement_id },
      before: { report: id, state: report.state },
      after: { report: id, state, verdicts: given },
    });
    if (state === "sent_back" && report.mail !== null)
      await ctx.emit({ type: "reports.sent_back", objectId: id });
    return { report: id, state };
  },
});

async function writeVerdicts(ctx: ActContext, given: z.output<typeof verdicts>): Promise<void> {
  await sql`
    update report_items i set verdict = t.verdict, verdict_reason = t.reason, judged_at = ${ctx.clock.now()},
      judged_by = ${ctx.actor.id}
    from unnest(${given.map(({ item }) => item)}::uuid[], ${given.map(({ verdict }) => verdict)}::text[],
                ${given.map(({ reason }) => reason ?? null)}::text[]) as t (id, verdict, reason)
    where i.id = t.id`.execute(ctx.tx);
}
