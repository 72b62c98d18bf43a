import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import type { TargetQualifier, TargetVersion } from "./model.ts";

/** On which day a reading stands, and as it was known at the end of which day (ledger.md §3.8). */
export interface ReadingDay {
  readonly asOf: string;
  /** Null: everything that is known now. */
  readonly knownOn: string | null;
  readonly timeZone: string;
}

interface Row {
  readonly commitment_id: string;
  readonly version: number;
  readonly quantity: number | null;
  readonly qualifier: TargetQualifier;
  readonly period_from: string | null;
  readonly period_to: string | null;
  readonly deadline: string | null;
  readonly from: string;
  readonly to: string | null;
  readonly recorded_at: Date;
  readonly closed_at: Date | null;
  readonly amendment: number | null;
  readonly clause: string | null;
  readonly reason: string | null;
}

/**
 * The target versions of commitments as they were known: an end that was recorded later is not there yet. Oldest first.
 */
export async function targetVersionsOf(
  db: Db,
  commitmentIds: readonly string[],
  day: Pick<ReadingDay, "knownOn" | "timeZone">,
): Promise<Map<string, TargetVersion[]>> {
  const until = endOfDay(day.knownOn, day.timeZone);
  const found = await rows(
    db,
    sql<Row>`
      select t.commitment_id, t.version, t.quantity, t.qualifier, t.period_from, t.period_to, t.deadline,
             lower(t.effective) as from, case when t.closed_at < ${until} then upper(t.effective) end as to,
             t.recorded_at, case when t.closed_at < ${until} then t.closed_at end as closed_at,
             a.number as amendment, t.clause, t.reason
      from commitment_targets t left join amendments a on a.id = t.amendment_id
      where t.commitment_id = any(${commitmentIds}::uuid[]) and t.recorded_at < ${until}
      order by t.commitment_id, t.version`,
  );
  const groups = Map.groupBy(found, (row) => row.commitment_id);
  return new Map([...groups].map(([id, versions]) => [id, versions.map(asVersion)]));
}

function asVersion(row: Row): TargetVersion {
  const { version, quantity, qualifier, deadline, from, to, amendment, clause, reason } = row;
  return {
    ...{ version, quantity, qualifier, deadline, from, to, amendment, clause, reason },
    periodFrom: row.period_from,
    periodTo: row.period_to,
    recordedAt: row.recorded_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
  };
}
