// The counts of nodes in the words realised and proven: kept totals now, or a recount on a past day.
import { sql } from "kysely";
import { type Context, type Database, type Db, dbOf, rows } from "../kernel/index.ts";
import { countedOn, type ReadOn, type TotalRow, totalsAt, totalsNow } from "../results/index.ts";
import type { AskedNode } from "./asked-node.ts";
import { type Counts, countsOf, nothingCounted } from "./model.ts";

/** Counts by node id and indicator; nothing counted where there is no row. */
export interface NodeCounts {
  of(node: string, indicator: string | null): Counts;
  /** Every indicator that has a count at the node, by code. */
  indicatorsOf(node: string): string[];
}

export interface View {
  readonly asOf?: string;
  readonly knownOn?: string;
}

/** Counts of the commitments and of the node that was asked for. */
export async function countedNodes(
  ctx: Context,
  commitmentIds: readonly string[],
  node: AskedNode | null,
  view: View,
): Promise<NodeCounts> {
  const db = dbOf(ctx);
  const isPast = view.asOf !== undefined || view.knownOn !== undefined;
  const counted = isPast
    ? await totalsOn(db, commitmentIds, node, {
        asOf: view.asOf ?? null,
        knownOn: view.knownOn ?? null,
        timeZone: ctx.timeZone,
      })
    : await totalsNow(db, node ? [...commitmentIds, node.id] : commitmentIds);
  return groupCounts(counted, await proofLevels(ctx.db, db, counted));
}

function totalsOn(
  db: Db,
  commitmentIds: readonly string[],
  node: AskedNode | null,
  on: ReadOn,
): Promise<readonly TotalRow[]> {
  if (node?.kind === "agreement") return countedOn(db, { ...on, commitmentIds, agreementId: node.id });
  return totalsAt(db, { commitmentIds, territoryId: node?.id ?? null }, on);
}

/** Versions of a definition never change, so their proof levels are read once for each database. */
const knownLevels = new WeakMap<Database, Map<string, number>>();

async function proofLevels(
  database: Database,
  db: Db,
  parts: readonly TotalRow[],
): Promise<Map<string, number>> {
  const known = knownLevels.get(database) ?? new Map<string, number>();
  knownLevels.set(database, known);
  if (parts.every((part) => known.has(`${part.indicator} ${part.version}`))) return known;
  const found = await rows(
    db,
    sql<{ indicator: string; version: number; level: number }>`
      select indicator, version, proof_level as level from indicator_versions`,
  );
  for (const row of found) known.set(`${row.indicator} ${row.version}`, row.level);
  return known;
}

function groupCounts(parts: readonly TotalRow[], levels: ReadonlyMap<string, number>): NodeCounts {
  const groups = Map.groupBy(parts, (part) => `${part.node} ${part.indicator}`);
  const counts = new Map<string, Counts>();
  for (const [key, group] of groups) {
    const level = (version: number) => levels.get(`${group[0]?.indicator} ${version}`) ?? 2;
    counts.set(key, countsOf(group, level));
  }
  return {
    of: (node, indicator) => counts.get(`${node} ${indicator}`) ?? nothingCounted,
    indicatorsOf: (node) =>
      [...new Set(parts.filter((part) => part.node === node).map((part) => part.indicator))].sort(),
  };
}
