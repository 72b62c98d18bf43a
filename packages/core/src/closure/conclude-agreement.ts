// Closes an agreement with its closing file: the money settled by party, the results of the day, the lessons, the final
// report. What is still open stops it, unless the director says why it closes all the same.
import { sql } from "kysely";
import { z } from "zod";
import {
  type AgreementRow,
  agreementKey,
  agreementScope,
  close,
  lockedAgreement,
} from "../agreements/index.ts";
import { type ActContext, dayOf, defineAct, noteText } from "../kernel/index.ts";
import { requireDocument } from "../sources/index.ts";
import { resultsOf, settlementOf } from "./closing-file.ts";
import { closureErrors } from "./errors.ts";
import type { OpenItem } from "./model.ts";
import { finalReportAccepted, finalReportMissing, openItemsOf } from "./open-items.ts";

const input = z.object({
  agreement: agreementKey,
  lessons: noteText.trim().min(20),
  /** The final report. */
  documentId: z.uuid().nullish(),
  /** Why it is closed although something is open. */
  reason: noteText.trim().min(10).nullish(),
});
type Given = z.output<typeof input>;

/** @throws `closure.not_closing`, `closure.still_open`, and what `agreements.close` throws */
export const concludeAgreement = defineAct({
  name: "closure.conclude",
  permission: "closure.conclude",
  input,
  output: z.object({ id: z.uuid(), reference: z.string(), open: z.int() }),
  scope: "object",
  judges: true,
  async run(ctx, given) {
    const agreement = await lockedAgreement(ctx.tx, given.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const { reference } = agreement;
    if (agreement.state !== "closing") throw closureErrors.not_closing({ reference });
    await requireDocument(ctx.tx, agreement.space, given.documentId ?? null);
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const open = await openItemsOf(ctx, agreement, today);
    if (!given.documentId && !(await finalReportAccepted(ctx, agreement.id)))
      open.push(finalReportMissing(agreement));
    if (open.length > 0 && !given.reason)
      throw closureErrors.still_open({ reference, open: open.map(({ words }) => words) });
    const id = await freeze(ctx, agreement, given, today, open);
    await close(ctx, {
      agreement: reference,
      reason: given.reason ?? null,
      documentId: given.documentId ?? null,
    });
    return { id, reference, open: open.length };
  },
});

async function freeze(
  ctx: ActContext,
  agreement: AgreementRow,
  given: Given,
  today: string,
  open: readonly OpenItem[],
): Promise<string> {
  const id = ctx.ids.next();
  const settlement = JSON.stringify(await settlementOf(ctx, agreement.reference));
  const results = JSON.stringify(await resultsOf(ctx, agreement.reference));
  const reason = open.length > 0 ? (given.reason ?? null) : null;
  await sql`
    insert into closures (id, space, agreement_id, closed_on, lessons, report_document_id, settlement, results,
                          open_items, open_reason, closed_by, recorded_at)
    values (${id}, ${agreement.space}, ${agreement.id}, ${today}, ${given.lessons}, ${given.documentId ?? null},
            ${settlement}::jsonb, ${results}::jsonb, ${JSON.stringify(open)}::jsonb, ${reason}, ${ctx.actor.label},
            ${ctx.clock.now()})`.execute(ctx.tx);
  await ctx.journal({
    object: { kind: "agreement", id: agreement.id },
    after: { closure: id, lessons: given.lessons, open: open.length, documentId: given.documentId ?? null },
    reason,
  });
  await ctx.emit({ type: "closure.concluded", objectId: agreement.id, payload: { closure: id } });
  return id;
}
