// The work list of who verifies (US-17): results below their indicator's proof level that nobody sent back, and those that
// were sent back and wait for who entered them.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKey } from "../agreements/index.ts";
import { defineQuery, plainDate, type QueryContext, rows, space } from "../kernel/index.ts";
import { evidenceKind } from "./keep-evidence.ts";
import { nameOfPlace, placeName } from "./place-name.ts";

/** Counting stops here: who has more than this to verify filters, or verifies by a match. */
export const mostWaiting = 10_000;

const filters = z.object({
  space: space.default("real"),
  /** `waiting`: to be verified or returned; `returned`: with who entered them. */
  state: z.enum(["waiting", "returned"]).default("waiting"),
  agreement: agreementKey.optional(),
  indicator: z.string().max(60).optional(),
  /** A region, province or commune by `scheme:code`. */
  place: z.string().max(60).optional(),
  recordedBy: z.string().max(60).optional(),
  /** Only what the asker entered herself. */
  own: z.boolean().default(false),
  /** Recorded on this day or later. */
  since: plainDate.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  /** The last id of the page before. */
  after: z.uuid().optional(),
});
type Filters = z.output<typeof filters>;

const waitingResult = z.object({
  id: z.uuid(),
  commitment: z.string(),
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  indicator: z.string(),
  date: plainDate,
  place: z.string().nullable(),
  placeName: placeName.nullable(),
  sex: z.string(),
  ageBand: z.string(),
  quantity: z.int(),
  /** The level at which it stands, the one that was claimed, and the one from which it counts as proven. */
  evidence: z.int(),
  claimed: z.int(),
  proofLevel: z.int(),
  evidenceKind: evidenceKind.nullable(),
  hasFile: z.boolean(),
  evidenceReference: z.string().nullable(),
  note: z.string().nullable(),
  source: z.string(),
  recordedBy: z.string(),
  recorder: z.string().nullable(),
  recordedAt: z.string(),
  /** Entered by the asker: somebody else verifies it. */
  own: z.boolean(),
  returned: z.object({ reason: z.string(), at: z.string() }).nullable(),
});
type WaitingResult = z.output<typeof waitingResult>;

/** The facts that pass the filters, with what was entered about them. */
function passing(ctx: QueryContext, given: Filters) {
  const { agreement, indicator, place, recordedBy, own, since } = given;
  const asked = [
    sql`f.space = ${given.space}`,
    ...(agreement === undefined
      ? []
      : [
          sql`f.commitment_id in (select c.id from agreements a join commitments c on c.agreement_id = a.id
                                  where a.reference = ${agreement} or a.id::text = ${agreement})`,
        ]),
    ...(indicator === undefined ? [] : [sql`f.indicator = ${indicator}`]),
    ...(place === undefined ? [] : [lies(given.space, place)]),
    ...(recordedBy === undefined ? [] : [sql`f.recorded_by = ${recordedBy}`]),
    ...(own ? [sql`f.recorded_by = ${ctx.actor.id}`] : []),
    ...(since === undefined ? [] : [sql`f.recorded_at >= ${since}::date at time zone ${ctx.timeZone}`]),
  ];
  const sentBack = sql`e.returned > coalesce(e.verified, '-infinity')`;
  return sql`
    select f.*, coalesce(e.level, 1) as level, v.proof_level, e.returned
    from facts f
    join indicator_versions v on v.indicator = f.indicator and v.version = f.indicator_version
    left join lateral (
      select max(evidence) as level, bool_or(kind = 'withdrawn') as withdrawn,
             max(recorded_at) filter (where kind = 'returned') as returned,
             max(recorded_at) filter (where kind = 'verified') as verified
      from fact_entries where fact_id = f.id
    ) e on true
    where f.refusal is null and e.withdrawn is not true and ${sql.join(asked, sql` and `)}
      and ${
        given.state === "returned"
          ? sentBack
          : sql`coalesce(e.level, 1) < v.proof_level and (${sentBack}) is not true`
      }`;
}

const lies = (of: string, place: string) => sql`exists (
  with recursive below (id) as (
    select id from territories where space = ${of} and scheme || ':' || code = ${place}
    union all
    select t.id from below join territories t on t.parent_id = below.id
  )
  select from below where id in (f.territory_id, f.commune_id))`;

const readPage = (ctx: QueryContext, given: Filters) =>
  rows(
    ctx.tx,
    sql<WaitingResult>`
      with waiting as (
        select * from (${passing(ctx, given)}) p
        where ${given.after ?? null}::uuid is null or p.id > ${given.after ?? null}::uuid
        order by id limit ${given.limit}
      )
      select w.id, a.reference || '/' || c.number as commitment, a.reference as agreement, a.title,
             a.title_ar as "titleAr", a.title_en as "titleEn", w.indicator, w.fact_date as date,
             t.scheme || ':' || t.code as place, ${nameOfPlace} as "placeName", w.sex, w.age_band as "ageBand", w.quantity,
             w.level as evidence, w.claimed, w.proof_level as "proofLevel", g.kind as "evidenceKind",
             w.evidence_hash is not null as "hasFile", w.evidence_reference as "evidenceReference", w.note, w.source,
             w.recorded_by as "recordedBy", recorder_named(w.journal_id) as recorder,
             to_json(w.recorded_at) #>> '{}' as "recordedAt", w.recorded_by = ${ctx.actor.id} as own,
             (select json_build_object('reason', e.reason, 'at', e.recorded_at) from fact_entries e
              where e.fact_id = w.id and e.kind = 'returned' and e.recorded_at = w.returned limit 1) as returned
      from waiting w join commitments c on c.id = w.commitment_id join agreements a on a.id = c.agreement_id
      left join territories t on t.id = coalesce(w.commune_id, w.territory_id)
      left join evidence_files g on g.hash = w.evidence_hash
      order by w.id`,
  );

/** How many there are, up to the most that are counted, and who entered them. */
const readSummary = (ctx: QueryContext, given: Filters) =>
  rows(
    ctx.tx,
    sql<{ recordedBy: string; recorder: string | null; facts: number }>`
      with waiting as (select * from (${passing(ctx, given)}) p limit ${mostWaiting + 1})
      select recorded_by as "recordedBy", recorder_named((array_agg(journal_id))[1]) as recorder, count(*) as facts
      from waiting group by 1 order by 3 desc`,
  );

/** GET: results that wait for verification, or for an answer to a return, the oldest first, as far as the asker sees. */
export const waitingResults = defineQuery({
  name: "results.waiting",
  permission: "results.read",
  scope: "somewhere",
  input: filters,
  output: z.object({
    results: z.array(waitingResult),
    /** On the first page: how many pass the filters (at most `mostWaiting` + 1), and who entered them. */
    total: z.int().nullable(),
    recorders: z.array(z.object({ recordedBy: z.string(), recorder: z.string().nullable(), facts: z.int() })),
    after: z.uuid().nullable(),
  }),
  async run(ctx, given) {
    const results = await readPage(ctx, given);
    const recorders = given.after === undefined ? await readSummary(ctx, given) : [];
    const total = given.after === undefined ? recorders.reduce((sum, { facts }) => sum + facts, 0) : null;
    const after = results.length === given.limit ? (results.at(-1)?.id ?? null) : null;
    return { results, total, recorders, after };
  },
});
