// The rows behind a figure: the facts of a commitment, each with what it counts for and its evidence.
import { sql } from "kysely";
import { z } from "zod";
import {
  defineQuery,
  endOfDay,
  plainDate,
  type QueryContext,
  rows,
  type Space,
  space,
} from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { nameOfPlace, placeName } from "./place-name.ts";
import { authoriseCommitment, mayAtCommitment } from "./scope.ts";
import { commitmentKey } from "./told.ts";

/** What a fact counts for, now: the first of its kind, a repeat, an overlap; or why it does not count. */
export const factStanding = z.enum(["counted", "repeat", "overlap", "refused", "withdrawn"]);

export const factShown = z.object({
  id: z.uuid(),
  /** The person's or thing's subject id, and the one it stands under after merges. */
  subject: z.uuid(),
  root: z.uuid(),
  indicator: z.string(),
  version: z.int(),
  date: plainDate,
  /** The code of the narrowest territory known; null: unknown. */
  place: z.string().nullable(),
  placeName: placeName.nullable(),
  sex: z.string(),
  ageBand: z.string(),
  milieu: z.string(),
  education: z.string(),
  /** Without the sensitive populations, unless the reader may see them. */
  segments: z.array(z.string()),
  quantity: z.int(),
  claimed: z.int(),
  evidence: z.int(),
  standing: factStanding,
  /** Of a refused or withdrawn fact. */
  reason: z.string().nullable(),
  source: z.string(),
  revision: z.int(),
  externalId: z.string().nullable(),
  evidenceFile: z.string().nullable(),
  evidenceReference: z.string().nullable(),
  note: z.string().nullable(),
  recordedBy: z.string(),
  recordedAt: z.string(),
  erased: z.boolean(),
});
export type FactShown = z.infer<typeof factShown>;

/** Which rows of a figure are asked for, as the ledger stood, and as it was known, on these days; a page of them. */
export const factFilters = z.object({
  asOf: plainDate.optional(),
  knownOn: plainDate.optional(),
  evidence: z.coerce.number().int().min(1).max(4).optional(),
  sex: z.enum(["F", "M", "U"]).optional(),
  ageBand: z.string().max(10).optional(),
  milieu: z.enum(["R", "U", "?"]).optional(),
  education: z.string().max(2).optional(),
  /** YYYY-MM */
  month: z
    .string()
    .regex(/^[0-9]{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  /** The last id of the page before. */
  after: z.uuid().optional(),
});

/** What overlaps is judged as known now. */
const filters = factFilters.extend({
  commitment: commitmentKey,
  standing: factStanding.optional(),
  /** Only the rows that make up the figure: counted here, whether or not they also stand under another commitment. */
  counting: z.boolean().optional(),
});
type Filters = z.output<typeof filters>;

/** Every fact of a commitment with its standing; `v` is the valid ones, among which the first of a subject counts. */
function judged({ commitment, asOf, knownOn }: Filters, timeZone: string) {
  const known = endOfDay(knownOn, timeZone);
  return sql`
  select f.*, coalesce(m.root, f.subject_id) as root, coalesce(e.level, 1) as level, e.withdrawn, e.why
  from facts f
  left join merged_roots_before(${known}) m on m.id = f.subject_id
  left join lateral (
    select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn,
           max(reason) filter (where kind = 'withdrawn') as why
    from fact_entries where fact_id = f.id and recorded_at < ${known}
  ) e on true
  where f.commitment_id = (find_commitment(${commitment})).id
    and f.fact_date <= coalesce(${asOf ?? null}::date, 'infinity') and f.recorded_at < ${known}`;
}

const stood = sql`
  select j.*, case when j.withdrawn then 'withdrawn' when j.refusal is not null then 'refused'
    when first_value(j.id) over (partition by j.root, j.indicator, j.withdrawn is true or j.refusal is not null
                                 order by j.fact_date, j.level desc, j.id) <> j.id then 'repeat'
    when overlaps_elsewhere(j.root, j.indicator, j.commitment_id) then 'overlap'
    else 'counted' end as standing
  from judged j`;

/** The columns of a FactShown, of a fact `s` with its level, root, standing and place `t`. */
export const factColumns = (sensitive: boolean) => sql`
  s.id, s.subject_id as subject, s.root, s.indicator, s.indicator_version as version, s.fact_date as date,
  t.code as place,
  ${nameOfPlace} as "placeName", s.sex, s.age_band as "ageBand", s.milieu, s.education,
  array(select code from populations p where p.code = any(s.segments) and (${sensitive} or not p.sensitive)
        order by code) as segments,
  s.quantity, s.claimed, s.level as evidence, s.standing, coalesce(s.why, s.refusal) as reason, s.source,
  s.revision, s.external_id as "externalId", s.evidence_hash as "evidenceFile",
  s.evidence_reference as "evidenceReference", s.note, s.recorded_by as "recordedBy",
  to_json(s.recorded_at) #>> '{}' as "recordedAt", s.erased is not null as erased`;

async function readFacts(ctx: QueryContext, given: Filters): Promise<FactShown[]> {
  const { limit, after = null } = given;
  const sensitive = await mayAtCommitment(ctx, "results.read_sensitive", given.commitment);
  return rows(
    ctx.tx,
    sql<FactShown>`
      with judged as (${judged(given, ctx.timeZone)}), stood as (${stood})
      select ${factColumns(sensitive)}
      from stood s left join territories t on t.id = coalesce(s.commune_id, s.territory_id)
      where ${passes(given)}
        and (${after}::uuid is null or s.id > ${after}::uuid)
      order by s.id limit ${limit}`,
  );
}

/** Only the conditions that were asked for. */
export function passes(asked: Partial<Filters>) {
  const { standing, counting, evidence, sex, ageBand, milieu, education, month } = asked;
  const equal = (column: string, value: string | number | undefined) =>
    value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`];
  const conditions = [
    ...equal("s.standing", standing),
    ...equal("s.level", evidence),
    ...equal("s.sex", sex),
    ...equal("s.age_band", ageBand),
    ...equal("s.milieu", milieu),
    ...equal("s.education", education),
    ...(counting ? [sql`s.standing in ('counted', 'overlap')`] : []),
    ...(month === undefined ? [] : [sql`to_char(s.fact_date, 'YYYY-MM') = ${month}`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** GET: the facts of a commitment, with filters; how many of each standing it has. */
export const factsOfCommitment = defineQuery({
  name: "results.facts_of_commitment",
  permission: "results.read",
  scope: "object",
  input: filters,
  output: z.object({
    counts: z.record(z.string(), z.int()),
    facts: z.array(factShown),
    /** For the next page; null on the last one. */
    after: z.uuid().nullable(),
  }),
  async run(ctx, given) {
    await authoriseCommitment(ctx, "results.read", given.commitment);
    const [facts, counts] = await Promise.all([readFacts(ctx, given), countStandings(ctx, given)]);
    const last = facts.length === given.limit ? (facts.at(-1)?.id ?? null) : null;
    return { counts, facts, after: last };
  },
});

async function countStandings(ctx: QueryContext, given: Filters): Promise<Record<string, number>> {
  const counted = await rows(
    ctx.tx,
    sql<{ standing: string; facts: number }>`
      with judged as (${judged(given, ctx.timeZone)}), stood as (${stood})
      select standing, count(*) as facts from stood group by 1`,
  );
  return Object.fromEntries(counted.map((row) => [row.standing, row.facts]));
}

/** One fact with everything that was entered about it. @throws `results.fact_unknown` */
export const factWithEntries = defineQuery({
  name: "results.fact",
  permission: "results.read",
  scope: "object",
  input: z.object({ fact: z.uuid() }),
  output: z.object({
    /** The commitment's reference and its space. */
    commitment: z.string(),
    space,
    fact: factShown,
    entries: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(["withdrawn", "verified", "returned"]),
        evidence: z.int().nullable(),
        matchedWith: z.string().nullable(),
        reason: z.string().nullable(),
        recordedBy: z.string(),
        recordedAt: z.string(),
      }),
    ),
    revisions: z.array(z.object({ id: z.uuid(), revision: z.int() })),
    /** The block that sealed the row, once it has one. */
    block: z.int().nullable(),
  }),
  async run(ctx, { fact: id }) {
    const [place] = await rows(
      ctx.tx,
      sql<{ commitment: string; reference: string; space: Space }>`
        select c.id as commitment, a.reference || '/' || c.number as reference, f.space
        from facts f join commitments c on c.id = f.commitment_id join agreements a on a.id = c.agreement_id
        where f.id = ${id}`,
    );
    if (place === undefined) throw resultErrors.fact_unknown({ value: id });
    await authoriseCommitment(ctx, "results.read", place.commitment);
    const { commitment, reference, space } = place;
    const [fact] = await readFacts(ctx, { commitment, limit: 1, after: beforeId(id) });
    if (fact?.id !== id) throw resultErrors.fact_unknown({ value: id });
    const [entries, revisions, blocks] = await Promise.all([
      readEntries(ctx, id),
      readRevisions(ctx, id),
      readBlock(ctx, id),
    ]);
    return { commitment: reference, space, fact, entries, revisions, block: blocks[0]?.number ?? null };
  },
});

/** The id just before this one, so that a page begins with it. */
function beforeId(id: string): string {
  const number = BigInt(`0x${id.replaceAll("-", "")}`) - 1n;
  const hex = number.toString(16).padStart(32, "0");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const readEntries = (ctx: QueryContext, id: string) =>
  rows(
    ctx.tx,
    sql<{
      id: string;
      kind: "withdrawn" | "verified" | "returned";
      evidence: number | null;
      matchedWith: string | null;
      reason: string | null;
      recordedBy: string;
      recordedAt: string;
    }>`
      select id, kind, evidence, matched_with as "matchedWith", reason, recorded_by as "recordedBy",
             to_json(recorded_at) #>> '{}' as "recordedAt"
      from fact_entries where fact_id = ${id} order by recorded_at, id`,
  );

const readRevisions = (ctx: QueryContext, id: string) =>
  rows(
    ctx.tx,
    sql<{ id: string; revision: number }>`
      select o.id, o.revision from facts f
      join facts o on o.space = f.space and o.source = f.source and o.row_key = f.row_key
      where f.id = ${id} order by o.revision`,
  );

const readBlock = (ctx: QueryContext, id: string) =>
  rows(
    ctx.tx,
    sql<{ number: number }>`
      select b.number from facts f
      join blocks b on (b.last_tx, b.last_id) >= (f.tx, f.id) and f.id = any(b.row_ids)
      where f.id = ${id} order by b.number limit 1`,
  );
