// What was told and adds nothing to a total: repeats, overlaps with another commitment, rows that were refused.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKey, agreementOf } from "../agreements/index.ts";
import { defineQuery, plainDate, type QueryContext, rows } from "../kernel/index.ts";
import { nameOfPlace, placeName } from "./place-name.ts";
import { authoriseAgreement } from "./scope.ts";

const kind = z.enum(["repeat", "overlap", "refused"]);

const told = z.object({
  fact: z.uuid(),
  commitment: z.string(),
  indicator: z.string(),
  date: plainDate,
  place: z.string().nullable(),
  placeName: placeName.nullable(),
  source: z.string(),
  externalId: z.string().nullable(),
  recordedAt: z.string(),
  /** Why a refused row does not count: its date or the commitment's eligibility. */
  reason: z.string().nullable(),
  /** The row that counts instead of a repeat. */
  counting: z.uuid().nullable(),
});
type Told = z.output<typeof told>;

/** Every fact of the agreement's own commitments that nobody withdrew, with what it stands for. */
const judged = (agreement: string) => sql`
  with valid as (
    select f.*, coalesce(m.root, f.subject_id) as root,
           coalesce((select max(e.evidence) from fact_entries e where e.fact_id = f.id), 1) as level
    from facts f left join merged_roots() m on m.id = f.subject_id
    where f.commitment_id in (select id from commitments where agreement_id = ${agreement})
      and not exists (select from fact_entries e where e.fact_id = f.id and e.kind = 'withdrawn')
  ),
  ranked as (
    select v.*, first_value(v.id) over (partition by v.root, v.indicator, v.commitment_id, v.refusal is null
                                        order by v.fact_date, v.level desc, v.id) as counting
    from valid v
  ),
  judged as (
    select r.*, case when r.refusal is not null then 'refused' when r.counting <> r.id then 'repeat'
                     when overlaps_elsewhere(r.root, r.indicator, r.commitment_id) then 'overlap' end as kind
    from ranked r
  )`;

const readTold = (
  ctx: QueryContext,
  agreement: string,
  asked: { kind: string; limit: number; offset: number },
) =>
  rows(
    ctx.tx,
    sql<Told>`
      ${judged(agreement)}
      select j.id as fact, a.reference || '/' || c.number as commitment, j.indicator, j.fact_date as date,
             t.scheme || ':' || t.code as place, ${nameOfPlace} as "placeName", j.source, j.external_id as "externalId",
             to_json(j.recorded_at) #>> '{}' as "recordedAt", j.refusal as reason,
             case when j.kind = 'repeat' then j.counting end as counting
      from judged j join commitments c on c.id = j.commitment_id join agreements a on a.id = c.agreement_id
      left join territories t on t.id = coalesce(j.commune_id, j.territory_id)
      where j.kind = ${asked.kind} order by j.id limit ${asked.limit} offset ${asked.offset}`,
  );

const countKinds = (ctx: QueryContext, agreement: string) =>
  rows(
    ctx.tx,
    sql<{ kind: z.output<typeof kind>; facts: number }>`
      ${judged(agreement)} select kind, count(*) as facts from judged where kind is not null group by 1`,
  );

/** GET: the rows of an agreement that add nothing to a total, by why, with how many there are of each kind. */
export const notCounted = defineQuery({
  name: "results.not_counted",
  permission: "results.read",
  scope: "object",
  input: z.object({
    agreement: agreementKey,
    kind: kind.default("repeat"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    counts: z.object({ repeat: z.int(), overlap: z.int(), refused: z.int() }),
    told: z.array(told),
  }),
  async run(ctx, { agreement: key, ...asked }) {
    const { id } = await agreementOf(ctx.tx, key);
    await authoriseAgreement(ctx, "results.read", id);
    const found = await countKinds(ctx, id);
    const counts = { repeat: 0, overlap: 0, refused: 0 };
    for (const { kind: one, facts } of found) counts[one] = facts;
    return { counts, told: await readTold(ctx, id, asked) };
  },
});
