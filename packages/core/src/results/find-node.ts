// A node above commitments whose count is asked for: an agreement with everything below it, or a territory.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKey, agreementOf } from "../agreements/index.ts";
import { endOfDay, firstRow, plainDate, type QueryContext, space } from "../kernel/index.ts";
import { requireTerritory } from "../territory/index.ts";
import { resultErrors } from "./errors.ts";
import { authoriseAgreement } from "./scope.ts";

export const nodeAsked = z.object({
  agreement: agreementKey.optional(),
  /** The code of a province, region or nation. */
  territory: z.string().max(40).optional(),
  /** Of a territory. */
  space: space.default("real"),
  indicator: z.string().min(1).max(60),
  asOf: plainDate.optional(),
  knownOn: plainDate.optional(),
});
export type NodeAsked = z.output<typeof nodeAsked>;

/**
 * The id of the node, once the actor may read results there; of a territory where she may not, `isSeen` is false.
 * @throws `results.one_node_only`, `agreements.unknown`, `territory.unknown`, `kernel.not_allowed`
 */
export async function findNode(
  ctx: QueryContext,
  { agreement, territory, space: where }: NodeAsked,
): Promise<{ id: string; isSeen: boolean }> {
  if ((agreement === undefined) === (territory === undefined)) throw resultErrors.one_node_only({});
  if (agreement !== undefined) {
    const { id } = await agreementOf(ctx.tx, agreement);
    await authoriseAgreement(ctx, "results.read", id);
    return { id, isSeen: true };
  }
  const { id } = await requireTerritory(ctx.tx, where, territory ?? "");
  const seen = await firstRow(
    ctx.tx,
    sql<{ isSeen: boolean }>`select seen_nodes(array[${id}::uuid]) <> '{}' as "isSeen"`,
  );
  return { id, isSeen: seen?.isSeen ?? false };
}

/** The arguments of the functions that count at nodes on a day (migrations/0030_nodes.sql). */
export const nodeArguments = (
  ids: readonly string[],
  { indicator, asOf, knownOn }: Pick<NodeAsked, "indicator" | "asOf" | "knownOn">,
  timeZone: string,
) => sql`
  ${ids}::uuid[], ${indicator}::text, coalesce(${asOf ?? null}::date, 'infinity'), ${endOfDay(knownOn, timeZone)},
  coalesce(${knownOn ?? null}::date, 'infinity')`;
