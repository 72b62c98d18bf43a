// Promised, called, paid and justified in one currency, where several meet: each amount by the rate of its own day, opened
// to amounts × rates. Computed when it is read, kept nowhere.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, endOfDay, formatMoney, plainDate, rows, type Space } from "../kernel/index.ts";
import { type AmountOnDay, converted, missingRate, type Reading, readerOf } from "../rates/index.ts";

const step = z.enum(["promised", "called", "paid", "justified"]);
type Step = z.infer<typeof step>;

const amountRead = converted.extend({
  contribution: z.string(),
  currency: z.string(),
  amount: z.string(),
  /** Its value date; of a promise the day from which it holds, else that of the signature. */
  on: plainDate.nullable(),
});
export const inOneCurrency = z.object({
  to: z.string(),
  /** The currencies of the amounts that are read: with one there is nothing to convert. */
  among: z.array(z.string()),
  steps: z.array(
    z.object({
      step,
      /** Null as long as one amount has no rate, or no day. */
      total: z.string().nullable(),
      amounts: z.array(amountRead),
      missing: z.array(missingRate),
    }),
  ),
});

/** Which contributions' promises, and which rows' movements, are read together. */
export interface ReadInOne {
  readonly promised: readonly string[];
  readonly moved: readonly string[];
}

interface Day extends Omit<Reading, "to" | "space"> {
  readonly space: Space;
  readonly asOf: string;
}

/** The dirham where it is among them, else the first. */
const usualCurrency = (among: readonly string[]): string =>
  among.includes("MAD") ? "MAD" : (among[0] ?? "MAD");

/** Steps in which nothing stands are left out; without a currency that is asked for, the usual one of those that meet. */
export async function readInOneCurrency(
  db: Db,
  which: ReadInOne,
  { asOf, to: asked, ...day }: Day & { readonly to: string | undefined },
): Promise<z.infer<typeof inOneCurrency>> {
  const told = await amountsOf(db, which, { asOf, ...day });
  const among = [...new Set(told.map((one) => one.currency))].sort();
  const to = asked ?? usualCurrency(among);
  const read = await readerOf(db, { ...day, to }, told);
  const steps = step.options.flatMap((one) => {
    const amounts = told.filter((row) => row.step === one);
    if (amounts.length === 0) return [];
    const { total, missing, amounts: shown } = read(amounts);
    return [{ step: one, total, missing: [...missing], amounts: shown.map(inMajor) }];
  });
  return { to, among, steps };
}

interface Told extends AmountOnDay {
  readonly step: Step;
  readonly contribution: string;
}

const inMajor = ({ step: _, minor, ...row }: Told & z.infer<typeof converted>) => ({
  ...row,
  amount: formatMoney({ minor, currency: row.currency }),
});

async function amountsOf(db: Db, which: ReadInOne, { asOf, knownOn, timeZone }: Day): Promise<Told[]> {
  const until = endOfDay(knownOn, timeZone);
  const found = await rows(
    db,
    sql<Omit<Told, "minor"> & { minor: string }>`
      select 'promised' as step, g.reference || '/M' || c.number as contribution, c.currency,
             a.amount_minor::text as minor,
             coalesce(nullif(lower(a.effective), '-infinity'),
                      make_date(g.signed_year, g.signed_month, g.signed_day)) as on
      from contributions c
      join agreements g on g.id = c.agreement_id
      cross join lateral (
        select * from contribution_amounts k
        where k.contribution_id = c.id and k.recorded_at < ${until} and lower(k.effective) <= ${asOf}::date
        order by k.version desc limit 1) a
      where c.id = any(${which.promised}::uuid[]) and a.amount_minor > 0
      union all
      select m.kind, g.reference || '/M' || c.number, c.currency, m.amount_minor::text, m.moved_on
      from contribution_movements m
      join contributions c on c.id = m.contribution_id
      join agreements g on g.id = c.agreement_id
      where m.contribution_id = any(${which.moved}::uuid[]) and m.moved_on <= ${asOf} and m.recorded_at < ${until}
        and not exists (select from movement_withdrawals w where w.movement_id = m.id and w.recorded_at < ${until})
      order by contribution, "on" nulls first, minor`,
  );
  return found.map(({ minor, ...row }) => ({ ...row, minor: BigInt(minor) }));
}
