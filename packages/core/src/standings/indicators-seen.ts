// The indicators of which a space says anything, and the one that is shown when nobody chooses.
import { sql } from "kysely";
import { type QueryContext, rows, type Space } from "../kernel/index.ts";
import type { Promised } from "./promised.ts";

export interface IndicatorSeen {
  readonly code: string;
  readonly promises: number;
}

/** Those that are promised, that a reading names, or that are counted in the nation; the most promised first. */
export async function indicatorsSeen(
  ctx: QueryContext,
  where: Space,
  promises: readonly Promised[],
): Promise<IndicatorSeen[]> {
  const counted = await rows(
    ctx.tx,
    sql<{ code: string }>`
      select distinct n.indicator as code from node_totals n join territories t on t.id = n.node
      where t.space = ${where} and t.kind = 'nation' and n.span = 'life'`,
  );
  const codes = [
    ...promises.flatMap(
      ({ indicator, announced }) => indicator ?? announced.flatMap(({ countsAs }) => countsAs ?? []),
    ),
    ...counted.map(({ code }) => code),
  ];
  const promisesOf = (code: string) => promises.filter(({ indicator }) => indicator === code).length;
  return [...new Set(codes)]
    .map((code) => ({ code, promises: promisesOf(code) }))
    .sort((a, b) => b.promises - a.promises || (a.code < b.code ? -1 : 1));
}
