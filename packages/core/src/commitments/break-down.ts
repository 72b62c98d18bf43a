import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, count, defineAct, keyText, plainDate, type Space } from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { checkPopulations, findLiving, requireTerritories } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { openTarget } from "./store.ts";

export const breakdownPart = z.object({
  territoryId: z.uuid().nullable().default(null),
  population: keyText.nullable().default(null),
  sex: z.enum(["F", "M"]).nullable().default(null),
  milieu: z.enum(["urban", "rural"]).nullable().default(null),
  /** The first day of the quarter. */
  quarterFrom: plainDate.nullable().default(null),
  quantity: count,
});
export type BreakdownPart = z.output<typeof breakdownPart>;

export const breakdownSum = z.object({
  /** Along what the target is split, as «territory» or «population+sex». */
  by: z.string(),
  parts: z.int(),
  sum: z.int(),
  /** Target − sum: shown, never forced to zero. Null without a number. */
  difference: z.int().nullable(),
});

const dimensions = ["territoryId", "population", "sex", "milieu", "quarterFrom"] as const;

const splitNames = {
  territoryId: "territory",
  population: "population",
  sex: "sex",
  milieu: "milieu",
  quarterFrom: "quarter",
} as const;

/** Along what a part is split. */
const splitBy = (part: BreakdownPart) =>
  dimensions
    .filter((dimension) => part[dimension] !== null)
    .map((dimension) => splitNames[dimension])
    .join("+");

/** The sum of the parts along each split, beside the target. */
export function breakdownSums(
  parts: readonly BreakdownPart[],
  target: number | null,
): z.infer<typeof breakdownSum>[] {
  const groups = Map.groupBy(parts, splitBy);
  return [...groups].map(([by, group]) => {
    const sum = group.reduce((total, part) => total + part.quantity, 0);
    return { by, parts: group.length, sum, difference: target === null ? null : target - sum };
  });
}

/**
 * Splits the current target by place, population, sex, milieu and quarter; replaces the split that was there. The parts
 * need not cover the whole: the difference is shown.
 * @throws `commitments.no_target`, `territory_unknown`, `population_unknown`, `quarter_unreadable`, `breakdown_twice`
 */
export const breakDown = defineAct({
  name: "commitments.break_down",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({ commitment: commitmentReference, parts: z.array(breakdownPart).min(1).max(5000) }),
  output: z.object({ commitment: commitmentReference, sums: z.array(breakdownSum) }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    const target = await openTarget(ctx.tx, commitment.id);
    if (!target) throw commitmentErrors.no_target({ commitment: given.commitment });
    checkParts(given.parts);
    await checkPopulations(ctx.tx, [...new Set(given.parts.flatMap(({ population }) => population ?? []))]);
    await replaceParts(ctx, target.id, commitment.space, given.parts);
    const sums = breakdownSums(given.parts, target.quantity);
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      after: { parts: given.parts.length, sums },
    });
    await ctx.emit({ type: "commitments.broken_down", objectId: commitment.id });
    return { commitment: given.commitment, sums };
  },
});

function checkParts(parts: readonly BreakdownPart[]): void {
  const seen = new Set<string>();
  for (const part of parts) {
    if (part.quarterFrom !== null && !/-(01|04|07|10)-01$/.test(part.quarterFrom)) {
      throw commitmentErrors.quarter_unreadable({ quarter: part.quarterFrom });
    }
    const key = JSON.stringify(dimensions.map((dimension) => part[dimension]));
    if (seen.has(key) || splitBy(part) === "")
      throw commitmentErrors.breakdown_twice({ part: splitBy(part) || "—" });
    seen.add(key);
  }
}

async function replaceParts(
  ctx: ActContext,
  targetId: string,
  space: Space,
  parts: readonly BreakdownPart[],
) {
  const territories = parts.map((part) => part.territoryId);
  await requireTerritories(ctx.tx, space, territories);
  await sql`delete from commitment_breakdowns where target_id = ${targetId}`.execute(ctx.tx);
  await sql`
    insert into commitment_breakdowns (id, target_id, space, territory_id, population, sex, milieu, quarter_from, quantity)
    select id, ${targetId}, ${space}, territory_id, population, sex, milieu, quarter_from, quantity
    from unnest(${parts.map(() => ctx.ids.next())}::uuid[], ${territories}::uuid[],
                ${parts.map((part) => part.population)}::text[], ${parts.map((part) => part.sex)}::text[],
                ${parts.map((part) => part.milieu)}::text[], ${parts.map((part) => part.quarterFrom)}::date[],
                ${parts.map((part) => part.quantity)}::bigint[])
      as given (id, territory_id, population, sex, milieu, quarter_from, quantity)`.execute(ctx.tx);
}
