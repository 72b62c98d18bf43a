// The promise side of a standing: what was announced, signed and declared, as known on a day.
import { type RawBuilder, sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";

export interface Announced {
  readonly value: number | null;
  readonly source: string;
  readonly passage: string;
  readonly indicator: string | null;
  readonly countsAs: string | null;
  readonly saidBy: string | null;
  readonly qualifier: string | null;
  readonly adopted: boolean;
  readonly documentId: string;
  readonly passageId: string;
  readonly assertionId: string;
}

/** One commitment with its promise, before any result. */
export interface Promised {
  readonly id: string;
  readonly reference: string;
  readonly agreement: string;
  readonly agreementId: string;
  readonly agreementState: string;
  readonly reported: boolean;
  readonly kind: string;
  readonly state: string;
  readonly space: "real" | "simulated";
  readonly wording: string;
  readonly indicator: string | null;
  readonly version: number | null;
  readonly unit: string;
  readonly populations: string[];
  readonly territory: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly deadline: string | null;
  readonly original: number | null;
  readonly current: number | null;
  readonly declared: number | null;
  readonly announced: Announced[];
}

export interface PromisedFilter {
  readonly space: string | null;
  /** Only promises of these agreements. */
  readonly agreements: readonly string[] | null;
  /** Only promises whose territory, or whose agreement's, lies in this one. */
  readonly territoryId: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  readonly timeZone: string;
}

/** The promises that pass the filter, in the order of their references (migrations/0002_promises.sql). */
export function promised(db: Db, filter: PromisedFilter): Promise<Promised[]> {
  return rows(
    db,
    sql<Promised>`
      select p.id, p.agreement || '/' || p.number as reference, p.agreement, p.agreement_id as "agreementId",
             p.agreement_state as "agreementState", p.reported, p.kind, p.state, p.space, p.wording, p.indicator,
             p.version, p.unit, p.populations, p.territory, p.period_from as "periodFrom", p.period_to as "periodTo",
             p.deadline, p.original, p.current, p.declared, p.announced
      from promises_of(${named(filter)}, ${filter.asOf}::date,
                       (${filter.knownOn}::date + 1)::timestamp at time zone ${filter.timeZone}) p
      where ${filter.space}::text is null or p.space = ${filter.space}
      order by p.agreement, p.number`,
  );
}

/** The commitments by themselves, or by their agreements where only these were asked for: those are checked once less. */
function named({ space, agreements, territoryId }: PromisedFilter): RawBuilder<unknown> {
  if (agreements !== null && territoryId === null) return sql`'{}', ${agreements}::uuid[]`;
  const conditions = [
    sql`c.state <> 'withdrawn'`,
    space === null ? null : sql`c.space = ${space}`,
    agreements === null ? null : sql`c.agreement_id = any(${agreements}::uuid[])`,
    territoryId === null
      ? null
      : sql`${territoryId}::uuid = any(territory_path(coalesce(
              c.territory_id, (select a.territory_id from agreements a where a.id = c.agreement_id))))`,
  ];
  const all = conditions.filter((condition) => condition !== null);
  return sql`array(select c.id from commitments c where ${sql.join(all, sql` and `)}), '{}'`;
}
