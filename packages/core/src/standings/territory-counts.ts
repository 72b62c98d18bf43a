// What the map reads of the tables below: places, counts at them, denominators, parts of targets, the agreements' tree.
import { sql } from "kysely";
import { type Db, endOfDay, onlyRow, type QueryContext, rows, type Space } from "../kernel/index.ts";
import { nodeArguments } from "../results/index.ts";
import type { Split } from "./placed-promises.ts";
import type { Promised } from "./promised.ts";

export interface Place {
  readonly id: string;
  /** `scheme:code`, and the parent's. */
  readonly reference: string;
  readonly parent: string | null;
  readonly code: string;
  readonly kind: "nation" | "region" | "province";
  readonly name: { fr: string; ar: string; en: string | null };
}

/** The nation, its regions and provinces, parents before parts. */
export const placesOfMap = (db: Db, where: Space): Promise<Place[]> =>
  rows(
    db,
    sql<Place>`
      select t.id, t.scheme || ':' || t.code as reference, p.scheme || ':' || p.code as parent, t.code, t.kind,
             jsonb_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en) as name
      from territories t left join territories p on p.id = t.parent_id
      where t.space = ${where} and t.kind in ('nation', 'region', 'province')
      order by array_position(array['nation', 'region', 'province'], t.kind), t.code`,
  );

export interface CountedPlace {
  readonly realised: number;
  readonly proven: number;
  readonly women: number;
  readonly men: number;
  readonly rural: number;
  readonly urban: number;
}

interface View {
  readonly space: Space;
  readonly indicator: string;
  readonly asOf?: string;
  readonly knownOn?: string;
}

/** Counts by territory id, zeros among them; a territory at which the actor may not read has none. */
export async function countedAt(
  ctx: QueryContext,
  places: readonly Place[],
  view: View,
): Promise<Map<string, CountedPlace>> {
  const ids = places.map(({ id }) => id);
  const isPast = view.asOf !== undefined || view.knownOn !== undefined;
  const source = isPast
    ? sql`node_totals_on(${nodeArguments(ids, view, ctx.timeZone)})`
    : sql`(select * from node_totals
           where node = any(${ids}::uuid[]) and span = 'life' and indicator = ${view.indicator})`;
  const found = await rows(
    ctx.tx,
    sql<CountedPlace & { node: string }>`
      select n.node, coalesce(sum(c.total), 0)::int as realised,
             coalesce(sum(c.total) filter (where c.evidence >= v.proof_level), 0)::int as proven,
             coalesce(sum(c.sex_f), 0)::int as women, coalesce(sum(c.sex_m), 0)::int as men,
             coalesce(sum(c.milieu_r), 0)::int as rural, coalesce(sum(c.milieu_u), 0)::int as urban
      from unnest(seen_nodes(${ids}::uuid[])) n (node)
      left join ${source} c on c.node = n.node
      left join indicator_versions v on v.indicator = c.indicator and v.version = c.version
      group by n.node`,
  );
  return new Map(found.map(({ node, ...counts }) => [node, counts]));
}

/** Counted under the indicator at no place of the nation; null for who may not read the nation's count. */
export async function countedOutsideOf(ctx: QueryContext, view: View): Promise<number | null> {
  const { outside } = await onlyRow(
    ctx.tx,
    sql<{ outside: number | null }>`
      select counted_outside(${view.space}, ${view.indicator}, coalesce(${view.asOf ?? null}::date, 'infinity'),
                             ${endOfDay(view.knownOn, ctx.timeZone)})::int as outside`,
  );
  return outside;
}

export interface JobSeekers {
  readonly value: number;
  readonly year: number;
  readonly method: "census";
  readonly source: string;
}

/**
 * Those who sought work, by territory id: the active population less the employed of the latest census. The labour survey
 * gives rates of some regions and no counts, and is never read beside the census.
 */
export async function jobSeekersOf(db: Db, where: Space): Promise<Map<string, JobSeekers>> {
  const found = await rows(
    db,
    sql<JobSeekers & { place: string }>`
      select distinct on (t.id) t.id as place, (a.value - e.value)::int as value, a.year, 'census' as method, a.source
      from territories t
      join territory_statistics a on a.territory_id = t.id and a.measure = 'active'
      join territory_statistics e on (e.territory_id, e.method, e.year, e.sex, e.milieu, e.measure)
                                   = (t.id, a.method, a.year, a.sex, a.milieu, 'employed')
      where t.space = ${where} and a.method = 'census' and a.sex = 'all' and a.milieu = 'all'
      order by t.id, a.year desc`,
  );
  return new Map(found.map(({ place, ...seekers }) => [place, seekers]));
}

/** The parts of current targets that are given to places, whatever else they are split by apart. */
export const splitsOf = (db: Db, promises: readonly Promised[], asOf: string): Promise<Split[]> =>
  rows(
    db,
    sql<Split>`
      select p.reference as commitment, t.scheme || ':' || t.code as territory, b.quantity::int as quantity
      from unnest(${promises.map(({ id }) => id)}::uuid[], ${promises.map(({ reference }) => reference)}::text[])
           as p (id, reference)
      join commitment_targets g on g.commitment_id = p.id and g.effective @> ${asOf}::date
      join commitment_breakdowns b on b.target_id = g.id
      join territories t on t.id = b.territory_id
      where num_nonnulls(b.population, b.sex, b.milieu, b.quarter_from) = 0 order by 1, 2`,
  );

/** Each agreement of these promises with everything above it, as the tree was known. */
export async function agreementPaths(
  db: Db,
  promises: readonly Promised[],
  knownOn: string,
): Promise<Map<string, string[]>> {
  const ids = [...new Set(promises.map(({ agreementId }) => agreementId))];
  const found = await rows(
    db,
    sql<{ id: string; path: string[] }>`
      select id, agreement_path(id, ${knownOn}::date) as path from unnest(${ids}::uuid[]) id`,
  );
  return new Map(found.map(({ id, path }) => [id, path]));
}
