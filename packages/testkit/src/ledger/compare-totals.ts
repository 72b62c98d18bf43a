// The kept totals beside those that the oracle counts, in one comparable form: "node span year … margin" → number.
import { type Db, rows } from "@iltizam/core/kernel";
import { allMargins, type Cell, countCells, type Ledger, marginColumns } from "@iltizam/core/results";
import { sql } from "kysely";

export type Totals = Readonly<Record<string, number>>;

function marginsOf({ fact, overlapping }: Cell): string[] {
  const month = fact.date.slice(5, 7) as keyof typeof marginColumns.month;
  return [
    "total",
    ...(overlapping ? ["overlapping"] : []),
    marginColumns.sex[fact.sex],
    marginColumns.age[fact.ageBand],
    marginColumns.milieu[fact.milieu],
    marginColumns.education[fact.education],
    marginColumns.month[month],
  ];
}

/** What the oracle counts. */
export function countedTotals(ledger: Ledger): Totals {
  const totals: Record<string, number> = {};
  for (const cell of countCells(ledger)) {
    const { node, span, evidence, fact } = cell;
    const add = (key: string) => {
      totals[key] = (totals[key] ?? 0) + fact.quantity;
    };
    const where = [node, span, fact.date.slice(0, 4), fact.indicator, fact.version, evidence].join(" ");
    for (const margin of marginsOf(cell)) add(`${where} ${margin}`);
    if (span !== "life") continue;
    for (const segment of fact.segments)
      add(`${node} ${fact.indicator} ${fact.version} ${evidence} ~${segment}`);
  }
  return totals;
}

/** What the tables hold, without their zeros. */
export async function keptTotals(db: Db): Promise<Totals> {
  const sums = sql.raw(
    ["total", "overlapping", ...allMargins].map((name) => `'${name}', sum(${name})`).join(),
  );
  const [totals, segments] = await Promise.all([
    rows(
      db,
      sql<{ key: string; counts: Record<string, number> }>`
        select concat_ws(' ', node, span, year, indicator, version, evidence) as key, json_build_object(${sums}) as counts
        from node_totals group by node, span, year, indicator, version, evidence`,
    ),
    rows(
      db,
      sql<{ key: string; total: number }>`
        select concat_ws(' ', node, indicator, version, evidence, '~' || segment) as key, sum(total) as total
        from node_segments group by node, indicator, version, evidence, segment having sum(total) <> 0`,
    ),
  ]);
  const entries = totals.flatMap(({ key, counts }) =>
    Object.entries(counts).flatMap(([margin, count]) =>
      count === 0 ? [] : [[`${key} ${margin}`, count] as const],
    ),
  );
  return Object.fromEntries([...entries, ...segments.map(({ key, total }) => [key, total] as const)]);
}
