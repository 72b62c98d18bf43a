// The counts of a node as lines a person reads: by sex, age band, milieu, education and month, each adding up to the figure.
import { sql } from "kysely";
import { z } from "zod";
import { allMargins, type MarginColumn, marginColumns } from "./margins.ts";

const dimensions = ["sex", "age", "milieu", "education", "month"] as const;

const line = z.object({
  /** A code of the dimension; of `month` YYYY-MM. */
  code: z.string(),
  realised: z.int(),
  proven: z.int(),
});

/** Counts of one calendar year, of what is proven or of what is not. */
export interface YearRow extends Readonly<Record<MarginColumn, number>> {
  readonly year: number;
  readonly proven: boolean;
  readonly total: number;
}

export const marginsShown = z.object({
  realised: z.int(),
  proven: z.int(),
  margins: z.array(z.object({ dimension: z.enum(dimensions), lines: z.array(line) })),
});

/** The columns of a YearRow beside `year` and `proven`, added up over rows `c` of kept totals. */
export const marginSums = sql.raw(
  ["total", ...allMargins].map((name) => `sum(c.${name})::int as ${name}`).join(),
);

/** A figure and its five splits. Lines with nothing are left out. */
export function marginsFrom(counts: readonly YearRow[]): z.infer<typeof marginsShown> {
  const total = (row: YearRow) => row.total;
  return {
    realised: add(counts, total),
    proven: add(
      counts.filter((row) => row.proven),
      total,
    ),
    margins: dimensions.map((dimension) => ({ dimension, lines: linesOf(dimension, counts) })),
  };
}

function linesOf(dimension: (typeof dimensions)[number], counts: readonly YearRow[]): z.infer<typeof line>[] {
  const columns = Object.entries(marginColumns[dimension]) as [string, MarginColumn][];
  const lineOf = (code: string, held: readonly YearRow[], column: MarginColumn) => ({
    code,
    realised: add(held, (row) => row[column]),
    proven: add(
      held.filter((row) => row.proven),
      (row) => row[column],
    ),
  });
  const years = [...new Set(counts.map(({ year }) => year))];
  const lines =
    dimension === "month"
      ? years.flatMap((year) => {
          const held = counts.filter((row) => row.year === year);
          return columns.map(([month, column]) => lineOf(`${year}-${month}`, held, column));
        })
      : columns.map(([code, column]) => lineOf(code, counts, column));
  return lines.filter(({ realised }) => realised > 0);
}

const add = (counts: readonly YearRow[], of: (row: YearRow) => number): number =>
  counts.reduce((sum, row) => sum + of(row), 0);
