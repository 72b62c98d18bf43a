// GET /margins: a counted figure by sex, age band, milieu, education and month; each of them adds up to the figure.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { defineQuery, endOfDay, firstRow, plainDate, rows } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { marginSums, marginsFrom, marginsShown, type YearRow } from "./margin-lines.ts";
import { authoriseCommitment } from "./scope.ts";
import { commitmentKey } from "./told.ts";

/** What counts at a commitment, split five ways, as it stands or on a past day. Lines with nothing are left out. */
export const marginsOfCommitment = defineQuery({
  name: "results.margins_of_commitment",
  permission: "results.read",
  scope: "object",
  input: z.object({ commitment: commitmentKey, asOf: plainDate.optional(), knownOn: plainDate.optional() }),
  output: marginsShown,
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
        select c.year, c.evidence >= v.proof_level as proven, ${marginSums}
        from ${isPast ? onDay(found.id, asOf, knownOn, ctx.timeZone) : kept(found.id)} c
        join indicator_versions v on v.indicator = c.indicator and v.version = c.version
        where c.node = ${found.id} and c.indicator = ${found.indicator}
        group by 1, 2 having sum(c.total) <> 0 order by 1`,
    );
    return marginsFrom(counts);
  },
});

const kept = (node: string): RawBuilder<unknown> =>
  sql`(select * from node_totals where node = ${node} and span = 'life')`;

const onDay = (node: string, asOf: string | undefined, knownOn: string | undefined, timeZone: string) => sql`
  counted_on(array[${node}::uuid], null::uuid, coalesce(${asOf ?? null}::date, 'infinity'),
             ${endOfDay(knownOn, timeZone)}, coalesce(${knownOn ?? null}::date, 'infinity'))`;
