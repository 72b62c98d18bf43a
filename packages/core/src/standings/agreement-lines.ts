// What a list shows beside each agreement: its own commitments and its own money, for the agreements of one page.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, dayOf, defineQuery, formatMoney, rows } from "../kernel/index.ts";
import { countedNodes } from "./counted-nodes.ts";
import { promised } from "./promised.ts";
import { standingRow } from "./rows.ts";
import { commitmentRow } from "./standings.ts";

const line = z.object({
  agreement: z.string(),
  /** Per currency the total where one is stated, else the sum of the parties' contributions; never what stands below. */
  money: z.array(z.object({ amount: z.string(), currency: z.string() })),
  commitments: z.array(standingRow),
});

/** Lines in the order asked for; a reference that nobody has gives none. */
export const agreementLines = defineQuery({
  name: "standings.lines",
  permission: "standings.read",
  scope: "somewhere",
  input: z.object({ agreements: z.array(z.string().max(36)).min(1).max(200) }),
  output: z.array(line),
  run: async (ctx, asked) => {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const found = await named(ctx.tx, asked.agreements);
    const ids = found.map(({ id }) => id);
    const promises = await promised(ctx.tx, {
      space: null,
      agreements: ids,
      territoryId: null,
      asOf: today,
      knownOn: today,
      timeZone: ctx.timeZone,
    });
    const counts = await countedNodes(
      ctx,
      promises.map(({ id }) => id),
      null,
      {},
    );
    const money = await moneyOf(ctx.tx, ids, today);
    return found.map(({ id, reference }) => ({
      agreement: reference,
      money: money
        .filter((row) => row.agreement === id)
        .map(({ minor, currency }) => ({
          amount: formatMoney({ minor: BigInt(minor), currency }),
          currency,
        })),
      commitments: promises
        .filter((promise) => promise.agreementId === id)
        .map((promise) => ({ ...commitmentRow(promise, counts, today), asOf: null, knownOn: null })),
    }));
  },
});

const named = (db: Db, references: readonly string[]) =>
  rows(
    db,
    sql<{ id: string; reference: string }>`
      select a.id, a.reference from unnest(${references}::text[]) with ordinality as wanted (reference, n)
      join agreements a on a.reference = wanted.reference order by wanted.n`,
  );

const moneyOf = (db: Db, agreementIds: readonly string[], day: string) =>
  rows(
    db,
    sql<{ agreement: string; currency: string; minor: string }>`
      select c.agreement_id as agreement, c.currency,
             coalesce(sum(a.amount_minor) filter (where c.role = 'total'),
                      sum(a.amount_minor) filter (where c.role = 'contribution'))::text as minor
      from contributions c
      join contribution_amounts a on a.contribution_id = c.id and a.effective @> ${day}::date
      where c.agreement_id = any(${agreementIds}::uuid[]) and c.role <> 'line'
      group by c.agreement_id, c.currency
      having sum(a.amount_minor) is not null
      order by c.agreement_id, c.currency`,
  );
