// GET /margins: a counted figure by sex, age band, milieu, education and month; each of them adds up to the figure.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { defineQuery, endOfDay, firstRow, plainDate, rows } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { allMargins, type MarginColumn, marginColumns } from "./margins.ts";
import { authoriseCommitment } from "./scope.ts";
import { commitmentKey } from "./told.ts";

const dimensions = ["sex", "age", "milieu", "education", "month"] as const;

const line = z.object({
  /** A code of the dimension; of `month` YYYY-MM. */
  code: z.string(),
  realised: z.int(),
  proven: z.int(),
});

/** Counts of one calendar year, of what is proven or of what is not. */
interface YearRow extends Readonly<Record<MarginColumn, number>> {
  readonly year: number;
  readonly proven: boolean;
  readonly total: number;
}

/** What counts at a commitment, split five ways, as it stands or on a past day. Lines with nothing are left out. */
export const marginsOfCommitment = defineQuery({
  name: "results.margins_of_commitment",
  permission: "results.read",
  scope: "object",
  input: z.object({ commitment: commitmentKey, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: z.object({
    realised: z.int(),
    proven: z.int(),
    margins: z.array(z.object({ dimension: z.enum(dimensions), lines: z.array(line) })),
  }),
  async run(ctx, { commitment, asOf, knownOn }) {
    await authoriseCommitment(ctx, "results.read", commitment);
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string | null; indicator: string | null }>`
        select (c).id, (c).indicator from find_commitment(${commitment}) c`,
    );
    if (!found?.id) throw resultErrors.commitment_unknown({ value: commitment });
    const isPast = asOf !== undefined || knownOn !== undefined;
    const counts = await rows(
      ctx.tx,
      sql<YearRow>`
        select c.year, c.evidence >= v.proof_level as proven, ${sums}
        from ${isPast ? onDay(found.id, asOf, knownOn, ctx.timeZone) : kept(found.id)} c
        join indicator_versions v on v.indicator = c.indicator and v.version = c.version
        where c.node = ${found.id} and c.indicator = ${found.indicator}
        group by 1, 2 having sum(c.total) <> 0 order by 1`,
    );
    return {
      realised: add(counts, (row) => row.total),
      proven: add(
        counts.filter((row) => row.proven),
        (row) => row.total,
      ),
      margins: dimensions.map((dimension) => ({ dimension, lines: linesOf(dimension, counts) })),
    };
  },
});

const sums = sql.raw(["total", ...allMargins].map((name) => `sum(c.${name})::int as ${name}`).join());

const kept = (node: string): RawBuilder<unknown> =>
  sql`(select * from node_totals where node = ${node} and span = 'life')`;

const onDay = (node: string, asOf: string | undefined, knownOn: string | undefined, timeZone: string) => sql`
  counted_on(array[${node}::uuid], null::uuid, coalesce(${asOf ?? null}::date, 'infinity'),
             ${endOfDay(knownOn, timeZone)}, coalesce(${knownOn ?? null}::date, 'infinity'))`;

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
