// The rates that are written down, the latest day first; what was withdrawn stays in view with why.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, onlyRow, plainDate, space } from "../kernel/index.ts";
import { currency } from "./model.ts";

const rateShown = z.object({
  id: z.uuid(),
  from: currency,
  to: currency,
  on: plainDate,
  rate: z.string(),
  source: z.string(),
  address: z.string().nullable(),
  withdrawn: z.object({ reason: z.string(), at: z.string() }).nullable(),
});

export const listRates = defineQuery({
  name: "rates.list",
  permission: "rates.read",
  scope: "somewhere",
  input: z.object({
    space,
    from: currency.optional(),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), rates: z.array(rateShown) }),
  run: (ctx, { space: where, from = null, limit, offset }) =>
    onlyRow(
      ctx.tx,
      sql<{ total: number; rates: z.infer<typeof rateShown>[] }>`
        with found as (
          select id, from_currency as from, to_currency as to, on_day as on, trim_scale(rate)::text as rate, source,
                 address, recorded_at,
                 case when withdrawn_at is not null
                      then json_build_object('reason', withdrawn_why, 'at', withdrawn_at) end as withdrawn
          from exchange_rates
          where space = ${where} and (${from}::text is null or from_currency = ${from})
        ), page as (
          select * from found order by "on" desc, "from", "to", recorded_at desc, id limit ${limit} offset ${offset}
        )
        select (select count(*)::int from found) as total,
               coalesce((select json_agg(to_jsonb(page) - 'recorded_at'
                                         order by page.on desc, page.from, page.to, page.recorded_at desc, page.id)
                         from page), '[]') as rates`,
    ),
});
