// How many count at a node: now, from the kept totals, or on a past day, from the facts.
import { sql } from "kysely";
import { type Db, endOfDay, rows } from "../kernel/index.ts";
import { allMargins, type MarginColumn } from "./margins.ts";

/**
 * Subjects (or quantities of things) counted at a node under one definition version, whose verified evidence is this
 * level. A node's realised is the sum over versions and evidence; proven, the part at or above the proof level.
 */
export interface CountRow extends Readonly<Record<MarginColumn, number>> {
  /** An agreement, a commitment or a territory. */
  readonly node: string;
  readonly indicator: string;
  readonly version: number;
  /** 1 to 4. */
  readonly evidence: number;
  readonly total: number;
  /** Of the total: subjects that also have a valid fact under another commitment. */
  readonly overlapping: number;
}

/** A count without its margins. */
export type TotalRow = Pick<
  CountRow,
  "node" | "indicator" | "version" | "evidence" | "total" | "overlapping"
>;

const sums = sql.raw(
  ["total", "overlapping", ...allMargins].map((name) => `sum(${name})::int as ${name}`).join(),
);

/** The counts of the whole life at these nodes, from the kept totals; a node without facts has no row. */
export function countedNow(db: Db, nodes: readonly string[]): Promise<CountRow[]> {
  return rows(
    db,
    sql<CountRow>`
      select node, indicator, version, evidence, ${sums}
      from node_totals where node = any(${nodes}::uuid[]) and span = 'life'
      group by node, indicator, version, evidence having sum(total) <> 0`,
  );
}

/** As `countedNow`, without the margins: for lists and standings. */
export function totalsNow(db: Db, nodes: readonly string[]): Promise<TotalRow[]> {
  return rows(
    db,
    sql<TotalRow>`
      select node, indicator, version, evidence, total, overlapping from seen_totals(${nodes}::uuid[])`,
  );
}

/** A reading of the past (ledger.md §3.8). */
export interface ReadOn {
  /** Facts dated, and declarations made, on or before this day; null: every date. */
  readonly asOf: string | null;
  /** As recorded, and as the tree was, by the end of this day in `timeZone`; null: as known now. */
  readonly knownOn: string | null;
  readonly timeZone: string;
}

export interface CountedOn extends ReadOn {
  /** Commitments that are read for themselves. */
  readonly commitmentIds: readonly string[];
  /** An agreement that is read with everything that stood below it then; rows come for each of these nodes. */
  readonly agreementId?: string;
}

/** The counts by the same rule on a past day, from the facts, entries, merges and tree as they were known then. */
export function countedOn(db: Db, on: CountedOn): Promise<CountRow[]> {
  return rows(
    db,
    sql<CountRow>`
      select node, indicator, version, evidence, ${sums}
      from counted_on(${on.commitmentIds}::uuid[], ${on.agreementId ?? null}::uuid,
                      coalesce(${on.asOf}::date, 'infinity'), ${endOfDay(on.knownOn, on.timeZone)}, coalesce(${on.knownOn}::date, 'infinity'))
      group by node, indicator, version, evidence`,
  );
}

/**
 * The counts of many commitments, and of a territory (a province, region or nation), on a past day, without the margins:
 * every fact is read once. For an agreement `countedOn` reads only its own.
 */
export function totalsAt(
  db: Db,
  of: { readonly commitmentIds: readonly string[]; readonly territoryId: string | null },
  on: ReadOn,
): Promise<TotalRow[]> {
  return rows(
    db,
    sql<TotalRow>`
      select node, indicator, version, evidence, total::int as total, overlapping::int as overlapping
      from seen_totals_at(${of.commitmentIds}::uuid[], ${of.territoryId}::uuid, coalesce(${on.asOf}::date, 'infinity'),
                     ${endOfDay(on.knownOn, on.timeZone)})`,
  );
}
