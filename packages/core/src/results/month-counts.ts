// What counts at commitments, calendar month by month of the fact that counts: kept now, recounted on a past day.
import { type RawBuilder, sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { ReadOn } from "./counted.ts";
import { marginColumns } from "./margins.ts";

export interface MonthCount {
  readonly commitment: string;
  /** YYYY-MM */
  readonly code: string;
  readonly realised: number;
  readonly proven: number;
}

const lines = sql.raw(
  Object.entries(marginColumns.month)
    .map(([month, column]) => `('${month}', c.${column})`)
    .join(),
);

/**
 * The months in which something counts, of the indicator that each commitment promises, from year `from` to year `to`. A
 * person stands once, at the month of the fact that counts: all months together are the figure.
 */
export function monthCounts(
  db: Db,
  commitmentIds: readonly string[],
  years: { readonly from: number; readonly to: number },
  on: ReadOn,
): Promise<MonthCount[]> {
  return rows(
    db,
    sql<MonthCount>`
      select c.node as commitment, c.year || '-' || m.month as code, sum(m.count)::int as realised,
             coalesce(sum(m.count) filter (where c.evidence >= v.proof_level), 0)::int as proven
      from ${on.asOf === null && on.knownOn === null ? kept(commitmentIds) : recounted(commitmentIds, on)} c
      join commitments p on p.id = c.node and p.indicator = c.indicator
      join indicator_versions v on v.indicator = c.indicator and v.version = c.version
      cross join lateral (values ${lines}) m (month, count)
      where c.year between ${years.from}::int and ${years.to}::int
      group by 1, 2 having sum(m.count) <> 0 order by 1, 2`,
  );
}

const kept = (ids: readonly string[]): RawBuilder<unknown> =>
  sql`(select * from node_totals where node = any(${ids}::uuid[]) and span = 'life')`;

const recounted = (ids: readonly string[], { asOf, knownOn, timeZone }: ReadOn): RawBuilder<unknown> =>
  sql`counted_on(${ids}::uuid[], null::uuid, coalesce(${asOf}::date, 'infinity'), ${endOfDay(knownOn, timeZone)},
                 coalesce(${knownOn}::date, 'infinity'))`;
