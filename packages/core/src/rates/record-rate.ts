// Writes down what one currency was worth in another on a day, with where it was published.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  lineText,
  plainDate,
  type Space,
  space,
} from "../kernel/index.ts";
import { rateErrors } from "./errors.ts";
import { currency, rateText } from "./model.ts";

/** What is told of a rate, beside its two currencies. */
export const rateTold = z.object({
  on: plainDate,
  rate: rateText,
  source: lineText.trim().min(3),
  address: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable()
    .default(null),
});
export const recorded = z.object({ id: z.uuid() });

/** @throws `rates.same_currency`, `day_to_come`, `known_already` */
export const recordRate = defineAct({
  name: "rates.record",
  permission: "rates.record",
  input: rateTold.extend({ space, from: currency, to: currency }),
  output: recorded,
  async run(ctx, { space: where, from, to, ...told }) {
    const id = await insertRate(ctx, { space: where, from, to, firstId: null }, told);
    await ctx.journal({ object: { kind: "rate", id }, after: { from, to, ...told } });
    return { id };
  },
});

interface Pair {
  readonly space: Space;
  readonly from: string;
  readonly to: string;
  /** The first of those that it puts right; null when it is new. */
  readonly firstId: string | null;
}

/** Writes the rate; journalling is left to the act. @throws as `recordRate` */
export async function insertRate(
  ctx: ActContext,
  pair: Pair,
  told: z.output<typeof rateTold>,
): Promise<string> {
  const { from, to } = pair;
  if (from === to) throw rateErrors.same_currency({ currency: from });
  if (told.on > dayOf(ctx.clock.now(), ctx.timeZone)) throw rateErrors.day_to_come({ on: told.on });
  const id = ctx.ids.next();
  const written = await firstRow(
    ctx.tx,
    sql`
      insert into exchange_rates (id, space, from_currency, to_currency, on_day, rate, source, address, first_id,
                                  recorded_by, recorded_at)
      values (${id}, ${pair.space}, ${from}, ${to}, ${told.on}, ${told.rate}::numeric, ${told.source}, ${told.address},
              ${pair.firstId ?? id}, ${ctx.actor.id}, ${ctx.clock.now()})
      on conflict (space, from_currency, to_currency, on_day) where withdrawn_at is null do nothing returning id`,
  );
  if (written === undefined) throw rateErrors.known_already({ from, to, on: told.on });
  return id;
}
