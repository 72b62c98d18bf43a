// The ledger as the oracle of model.ts reads it: raw rows, now or as they were known on a past day.
import { type Db, rows } from "@iltizam/core/kernel";
import type { Ledger, LedgerEntry, LedgerFact } from "@iltizam/core/results";
import { sql } from "kysely";

export interface Moment {
  /** Facts dated on or before this day. */
  readonly asOf?: string;
  /** Facts, entries and merges recorded before this instant. */
  readonly knownBefore?: string;
  /** The tree as it was on this day. */
  readonly treeOn?: string;
}

/** Reads everything that counts, as it was at a moment. */
export async function readLedger(db: Db, moment: Moment = {}): Promise<Ledger> {
  const { asOf = "infinity", knownBefore = "infinity", treeOn = "infinity" } = moment;
  const [facts, entries, merges, above] = await Promise.all([
    rows(
      db,
      sql<LedgerFact>`
        select id, subject_id as subject, indicator, indicator_version as version, fact_date as date,
               commitment_id as commitment, territory_id as territory, sex, age_band as "ageBand", milieu, education,
               segments, quantity, refusal
        from facts where fact_date <= ${asOf}::date and recorded_at < ${knownBefore}::timestamptz`,
    ),
    rows(
      db,
      sql<LedgerEntry>`
        select fact_id as fact, kind, evidence from fact_entries where recorded_at < ${knownBefore}::timestamptz`,
    ),
    rows(
      db,
      sql<{ subject: string; into: string }>`
        select subject_id as subject, into_id as into from subject_merges
        where recorded_at < ${knownBefore}::timestamptz
          and (undone_at is null or undone_at >= ${knownBefore}::timestamptz)`,
    ),
    rows(
      db,
      sql<{ id: string; parent: string }>`
        select id, agreement_id as parent from commitments
        union all
        select agreement_id, parent_id from agreement_parents where known @> ${treeOn}::date
        union all
        select id, parent_id from territories where parent_id is not null`,
    ),
  ]);
  return {
    facts,
    entries,
    merges: new Map(merges.map(({ subject, into }) => [subject, into])),
    above: new Map(above.map(({ id, parent }) => [id, parent])),
  };
}
