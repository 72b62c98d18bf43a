// The closing file of an agreement: as it stands today, or as it was frozen.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKey, agreementOf, agreementScope, state } from "../agreements/index.ts";
import { moneyOfAgreement } from "../funding/index.ts";
import { type Context, type Db, dayOf, defineQuery, firstRow, plainDate } from "../kernel/index.ts";
import { standings } from "../standings/index.ts";
import { openItem, type Settled, type Stood, settled, stood, unusedOf } from "./model.ts";
import { finalReportAccepted, finalReportMissing, openItemsOf } from "./open-items.ts";

const closingFile = z.object({
  agreement: z.string(),
  state,
  /** The day of the figures: that of the closing, or today. */
  on: plainDate,
  settlement: z.array(settled),
  results: z.array(stood),
  open: z.array(openItem),
  /** Null as long as it is not closed. */
  closed: z
    .object({
      lessons: z.string(),
      reportDocumentId: z.uuid().nullable(),
      openReason: z.string().nullable(),
      closedBy: z.string(),
    })
    .nullable(),
});
type ClosingFile = z.infer<typeof closingFile>;

export const readClosingFile = defineQuery({
  name: "closure.file",
  permission: "closure.read",
  scope: "object",
  input: z.object({ agreement: agreementKey }),
  output: closingFile,
  async run(ctx, { agreement: key }) {
    const agreement = await agreementOf(ctx.tx, key);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    const { reference, state: at } = agreement;
    const frozen = await frozenFile(ctx.tx, agreement.id);
    if (frozen !== undefined) return { agreement: reference, state: at, ...frozen };
    const on = dayOf(ctx.clock.now(), ctx.timeZone);
    const open = await openItemsOf(ctx, agreement, on);
    if (!(await finalReportAccepted(ctx, agreement.id))) open.push(finalReportMissing(agreement));
    return {
      ...{ agreement: reference, state: at, on, open, closed: null },
      settlement: await settlementOf(ctx, reference),
      results: await resultsOf(ctx, reference),
    };
  },
});

/** Frozen when it was closed; undefined before. */
export function frozenFile(
  db: Db,
  agreementId: string,
): Promise<Omit<ClosingFile, "agreement" | "state"> | undefined> {
  return firstRow(
    db,
    sql<Omit<ClosingFile, "agreement" | "state">>`
      select closed_on as "on", settlement, results, open_items as open,
             json_build_object('lessons', lessons, 'reportDocumentId', report_document_id, 'openReason', open_reason,
                               'closedBy', closed_by) as closed
      from closures where agreement_id = ${agreementId}`,
  );
}

/** A total is what the text states, and nobody's own; money that was called, paid or justified on it is settled all the same. */
const hasMoved = (one: Pick<Settled, "called" | "paid" | "justified">): boolean =>
  [one.called, one.paid, one.justified].some((amount) => /[1-9]/.test(amount));

/** What each party promised, was called for, paid and justified, and what of it is left. */
export async function settlementOf(ctx: Context, agreement: string): Promise<Settled[]> {
  const { money } = await moneyOfAgreement(ctx, { agreement });
  return money.flatMap(({ currency, contributions }) =>
    contributions
      .filter((one) => one.role !== "total" || hasMoved(one))
      .map(({ reference, contributor, inKind, promised, called, paid, justified }) => ({
        ...{ contribution: reference, contributor, currency, inKind, promised, called, paid, justified },
        unused: unusedOf(paid, justified, currency),
      })),
  );
}

/** Every promise of the agreement as it stands today. */
export async function resultsOf(ctx: Context, agreement: string): Promise<Stood[]> {
  const rows = await standings(ctx, { agreement });
  return rows.flatMap(({ commitment, wording, indicator, unit, signed, declared, realised, proven }) =>
    commitment === null ? [] : [{ commitment, wording, indicator, unit, signed, declared, realised, proven }],
  );
}
