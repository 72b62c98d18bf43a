// GET /agreements/:agreement/result-months: the trend of each promise of an agreement and of those below it.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, dayOf, defineQuery, endOfDay, keyText, plainDate, rows } from "../kernel/index.ts";
import { monthCounts } from "../results/index.ts";
import { askedNode } from "./asked-node.ts";
import { monthsUntil, trendOf } from "./trend.ts";

const month = z.object({
  /** YYYY-MM, of the fact's day. */
  code: z.string(),
  realised: z.int(),
  proven: z.int(),
});

const trendRow = z.object({
  commitment: z.string(),
  commitmentId: z.uuid(),
  months: z.array(month),
  lastThree: z.int(),
  threeBefore: z.int(),
});

/**
 * The twelve months up to `asOf`; without it up to `knownOn`, for nothing known then is dated later; else up to today.
 * @throws `standings.agreement_unknown`
 */
export const monthStandings = defineQuery({
  name: "standings.months",
  permission: "standings.read",
  scope: "somewhere",
  input: z.object({ agreement: keyText, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: z.array(trendRow),
  run: async (ctx, { agreement, asOf, knownOn }) => {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const node = await askedNode(ctx.tx, { agreement }, knownOn ?? today);
    const on = { asOf: asOf ?? null, knownOn: knownOn ?? null, timeZone: ctx.timeZone };
    const commitments = await commitmentsOf(ctx.tx, node?.subtree ?? [], on);
    const day = asOf ?? knownOn ?? today;
    const years = { from: Number(monthsUntil(day)[0]?.slice(0, 4)), to: Number(day.slice(0, 4)) };
    const ids = commitments.map(({ commitmentId }) => commitmentId);
    const counts = Map.groupBy(await monthCounts(ctx.tx, ids, years, on), (count) => count.commitment);
    return commitments.map((commitment) => ({
      ...commitment,
      ...trendOf(day, counts.get(commitment.commitmentId) ?? []),
    }));
  },
});

const commitmentsOf = (
  db: Db,
  agreements: readonly string[],
  { knownOn, timeZone }: { readonly knownOn: string | null; readonly timeZone: string },
) =>
  rows(
    db,
    sql<{ commitment: string; commitmentId: string }>`
      select a.reference || '/' || c.number as commitment, c.id as "commitmentId"
      from commitments c join agreements a on a.id = c.agreement_id
      where c.agreement_id = any(${agreements}::uuid[]) and c.state <> 'withdrawn'
        and c.recorded_at < ${endOfDay(knownOn, timeZone)}
      order by a.reference, c.number`,
  );
