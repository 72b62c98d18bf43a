// A rate that was written down wrongly is withdrawn with a reason, and may be put right by another one.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, type Space } from "../kernel/index.ts";
import { rateErrors } from "./errors.ts";
import { insertRate, rateTold, recorded } from "./record-rate.ts";

const which = z.object({ rate: z.uuid(), reason: z.string().trim().min(3).max(1000) });

/** It stands no more; the row stays, with why. @throws `rates.unknown`, `withdrawn` */
export const withdrawRate = defineAct({
  name: "rates.withdraw",
  permission: "rates.record",
  input: which,
  output: recorded,
  async run(ctx, given) {
    const before = await withdraw(ctx, given);
    await ctx.journal({ object: { kind: "rate", id: given.rate }, before, reason: given.reason });
    return { id: given.rate };
  },
});

/** Withdraws a rate and writes the right one, of the same two currencies, in its place. @throws as `recordRate` */
export const correctRate = defineAct({
  name: "rates.correct",
  permission: "rates.record",
  input: rateTold.omit({ rate: true }).extend({ ...which.shape, value: rateTold.shape.rate }),
  output: recorded,
  async run(ctx, { rate, reason, value, ...told }) {
    const { first, where, ...before } = await withdraw(ctx, { rate, reason });
    const { from, to } = before;
    const right = { ...told, rate: value };
    const id = await insertRate(ctx, { space: where, from, to, firstId: first }, right);
    await ctx.journal({ object: { kind: "rate", id }, before, after: { from, to, ...right }, reason });
    return { id };
  },
});

interface Standing {
  readonly first: string;
  readonly where: Space;
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly rate: string;
  readonly source: string;
}

async function withdraw(ctx: ActContext, { rate, reason }: z.output<typeof which>): Promise<Standing> {
  const found = await firstRow(
    ctx.tx,
    sql<Standing & { isWithdrawn: boolean }>`
      select first_id as first, space as where, from_currency as from, to_currency as to, on_day as on,
             trim_scale(rate)::text as rate, source, withdrawn_at is not null as "isWithdrawn"
      from exchange_rates where id = ${rate} for update`,
  );
  if (found === undefined) throw rateErrors.unknown({ rate });
  const { isWithdrawn, ...standing } = found;
  if (isWithdrawn) throw rateErrors.withdrawn({ rate });
  await sql`
    update exchange_rates set withdrawn_at = ${ctx.clock.now()}, withdrawn_why = ${reason} where id = ${rate}
  `.execute(ctx.tx);
  return standing;
}
