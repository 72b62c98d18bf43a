// Reads amounts of several currencies in one: each by the rate of its own day, or not at all.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, endOfDay, formatMoney, plainDate, rows, type Space } from "../kernel/index.ts";
import { convert, currency, oldestDays } from "./model.ts";

/** An amount with the day for which it is read. */
export interface AmountOnDay {
  readonly currency: string;
  readonly minor: bigint;
  /** Null: nobody says from which day it is. */
  readonly on: string | null;
}

export interface Reading {
  readonly space: Space;
  readonly to: string;
  readonly knownOn: string | null;
  readonly timeZone: string;
}

export const rateUsed = z.object({
  id: z.uuid(),
  rate: z.string(),
  on: plainDate,
  /** How many days before the amount's own day it was published. */
  age: z.int(),
  source: z.string(),
  address: z.string().nullable(),
});
export const converted = z.object({
  /** Null for an amount that is of that currency already, or has no rate. */
  rate: rateUsed.nullable(),
  /** Null without a rate. */
  converted: z.string().nullable(),
});
export const missingRate = z.object({ from: currency, to: currency, on: plainDate.nullable() });
export type RateUsed = z.infer<typeof rateUsed>;
type MissingRate = z.infer<typeof missingRate>;

export interface ReadTogether<Amount> {
  /** Null as long as one amount has no rate. */
  readonly total: string | null;
  readonly amounts: readonly (Amount & z.infer<typeof converted>)[];
  readonly missing: readonly MissingRate[];
}

/** Finds the rates of all amounts by one question; `together` then reads any part of them. */
export async function readerOf(db: Db, reading: Reading, all: readonly AmountOnDay[]) {
  const found = await ratesOf(db, reading, all);
  const { to } = reading;
  return <Amount extends AmountOnDay>(amounts: readonly Amount[]): ReadTogether<Amount> => {
    const told = amounts.map((amount) => {
      const rate = amount.on === null ? null : (found.get(keyOf(amount)) ?? null);
      if (amount.currency === to) return { amount, rate: null, minor: amount.minor };
      return { amount, rate, minor: rate && convert(amount.minor, rate.rate, { from: amount.currency, to }) };
    });
    const lacking = told.filter(({ minor }) => minor === null).map(({ amount }) => amount);
    const sum = told.reduce((total, { minor }) => total + (minor ?? 0n), 0n);
    const inMajor = (minor: bigint) => formatMoney({ minor, currency: to });
    return {
      total: lacking.length > 0 ? null : inMajor(sum),
      amounts: told.map(({ amount, rate, minor }) => ({
        ...amount,
        rate,
        converted: minor === null ? null : inMajor(minor),
      })),
      missing: [...new Map(lacking.map((one) => [keyOf(one), one])).values()].map((one) => ({
        ...{ from: one.currency, to, on: one.on },
      })),
    };
  };
}

const keyOf = ({ currency: from, on }: Pick<AmountOnDay, "currency" | "on">) => `${from} ${on}`;

/** Of each currency and day the rate of that day, else the last of the days before it that is not too old. */
async function ratesOf(db: Db, { space, to, knownOn, timeZone }: Reading, all: readonly AmountOnDay[]) {
  const asked = new Map(
    all.flatMap((one) => (one.on === null || one.currency === to ? [] : [[keyOf(one), one] as const])),
  );
  if (asked.size === 0) return new Map<string, RateUsed>();
  const until = endOfDay(knownOn, timeZone);
  const pairs = [...asked.values()];
  const found = await rows(
    db,
    sql<RateUsed & { from: string; day: string }>`
      select n.from, n.day, r.id, trim_scale(r.rate)::text as rate, r.on_day as on, n.day - r.on_day as age, r.source,
             r.address
      from unnest(${pairs.map((one) => one.currency)}::text[], ${pairs.map((one) => one.on)}::date[]) n ("from", day)
      cross join lateral (
        select * from exchange_rates x
        where x.space = ${space} and x.from_currency = n.from and x.to_currency = ${to}
          and x.on_day between n.day - ${oldestDays}::int and n.day
          and x.recorded_at < ${until} and coalesce(x.withdrawn_at >= ${until}, true)
        order by x.on_day desc, x.recorded_at desc limit 1) r`,
  );
  return new Map(
    found.map(({ from, day, ...rate }) => [keyOf({ currency: from, on: day }), rate satisfies RateUsed]),
  );
}
