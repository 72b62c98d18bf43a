// The rows behind a figure of a funder: the counting facts, one for each person or thing, for who may read rows.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, endOfDay, onlyRow, plainDate } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { heldBy } from "./one-funder.ts";
import { agreementsOf, when } from "./what-money-produced.ts";

const row = z.object({
  fact: z.uuid(),
  commitment: z.string(),
  date: plainDate,
  place: z.object({ code: z.string(), fr: z.string(), ar: z.string() }).nullable(),
  quantity: z.int(),
  evidence: z.int(),
  isProven: z.boolean(),
});

interface Paged {
  readonly rows: z.infer<typeof row>[];
  readonly whole: { readonly rows: number; readonly quantity: number };
}

/** @throws as `oneFunder` */
export const rowsBehind = defineQuery({
  name: "funders.rows",
  permission: "funders.read",
  scope: "somewhere",
  input: z.object({
    funder: organisationKey,
    indicator: z.string().max(60),
    /** The code of a place; `none` where it is unknown. */
    place: z.string().max(20).optional(),
    month: z
      .string()
      .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    /** Only those that are proven. */
    proven: z.literal("true").optional(),
    ...when,
    limit: z.coerce.number().int().min(1).max(500).default(100),
    after: z.uuid().optional(),
  }),
  output: z.object({
    rows: z.array(row),
    after: z.uuid().nullable(),
    /** Of all pages. */
    whole: z.object({ rows: z.int(), quantity: z.int() }),
  }),
  async run(ctx, given) {
    const { on, own } = await heldBy(ctx, given);
    const agreements = agreementsOf(own);
    const { indicator, place = null, month = null, proven, limit, after = null } = given;
    const found = await onlyRow(
      ctx.tx,
      sql<Paged>`
        with behind as materialized (
        select f.id as fact, a.reference || '/' || k.number as commitment, c.fact_date as date, c.quantity::int,
               c.level as evidence, c.level >= v.proof_level as "isProven",
               case when t.id is not null then json_build_object('code', t.code, 'fr', t.name_fr, 'ar', t.name_ar) end
                 as place
        from counting_facts(${agreements.map(() => "one")}::text[], ${agreements}::uuid[], ${indicator},
                            ${on.asOf}::date, ${endOfDay(on.knownOn, on.timeZone)},
                            coalesce(${on.knownOn}::date, 'infinity')) c
        join facts f on f.id = c.fact_id
        join commitments k on k.id = c.commitment_id
        join agreements a on a.id = k.agreement_id
        join indicator_versions v on v.indicator = c.indicator and v.version = c.version
        left join territories t on t.id = c.territory_id
        where (${place}::text is null or coalesce(t.code, 'none') = ${place})
          and (${month}::text is null or to_char(c.fact_date, 'YYYY-MM') = ${month})
          and (not ${proven !== undefined}::boolean or c.level >= v.proof_level)
        ), page as (
          select * from behind where ${after}::uuid is null or fact > ${after}::uuid order by fact limit ${limit}
        )
        select (select json_build_object('rows', count(*), 'quantity', coalesce(sum(quantity), 0)) from behind) as whole,
               coalesce((select json_agg(page order by fact) from page), '[]') as rows`,
    );
    const { rows: shown } = found;
    return { ...found, after: shown.length < limit ? null : (shown.at(-1)?.fact ?? null) };
  },
});
