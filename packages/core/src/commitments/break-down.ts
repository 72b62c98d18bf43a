import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  count,
  defineAct,
  kernelErrors,
  keyText,
  plainDate,
  type Space,
} from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { checkPopulations, findLiving, requireServicePoints, requireTerritories } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { openTarget, updateCommitment } from "./store.ts";

export const breakdownPart = z.object({
  territoryId: z.uuid().nullable().default(null),
  /** The agency, employment space or mobile unit that answers for it. */
  servicePointId: z.uuid().nullable().default(null),
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

const dimensions = ["territoryId", "servicePointId", "population", "sex", "milieu", "quarterFrom"] as const;

const splitNames = {
  territoryId: "territory",
  servicePointId: "service_point",
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
 * @throws `commitments.no_target`, `territory_unknown`, `service_point_unknown`, `population_unknown`,
 * `quarter_unreadable`, `breakdown_twice`, `breakdown_exceeds`; `kernel.edited_meanwhile`
 */
export const breakDown = defineAct({
  name: "commitments.break_down",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    /** Empty: the split is taken back. */
    parts: z.array(breakdownPart).max(5000),
    /** The revision that the grid has read; another one means that somebody saved meanwhile. */
    revision: z.int().min(1).optional(),
    /** Handed to those who carry it out: no split then exceeds the target. */
    final: z.boolean().default(false),
  }),
  output: z.object({
    commitment: commitmentReference,
    sums: z.array(breakdownSum),
    final: z.boolean(),
    revision: z.int(),
  }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (given.revision !== undefined && given.revision !== commitment.revision)
      throw kernelErrors.edited_meanwhile();
    const target = await openTarget(ctx.tx, commitment.id);
    if (!target) throw commitmentErrors.no_target({ commitment: given.commitment });
    checkParts(given.parts);
    await checkPopulations(ctx.tx, [...new Set(given.parts.flatMap(({ population }) => population ?? []))]);
    if (given.final) refuseExcess(given.commitment, given.parts, target.quantity);
    await replaceParts(ctx, target.id, commitment.space, given.parts);
    await updateCommitment(ctx.tx, commitment.id, { final_split: given.final ? target.version : null });
    const sums = breakdownSums(given.parts, target.quantity);
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      after: { parts: given.parts.length, sums, final: given.final },
    });
    await ctx.emit({ type: "commitments.broken_down", objectId: commitment.id });
    return { commitment: given.commitment, sums, final: given.final, revision: commitment.revision + 1 };
  },
});

/** A person may belong to several populations: what each is promised is held against the target by itself. */
function refuseExcess(commitment: string, parts: readonly BreakdownPart[], target: number | null): void {
  if (target === null) return;
  const groups = Map.groupBy(parts, (part) => [splitBy(part), part.population].filter(Boolean).join(" "));
  for (const [part, group] of groups) {
    const sum = group.reduce((total, { quantity }) => total + quantity, 0);
    if (sum > target) throw commitmentErrors.breakdown_exceeds({ commitment, part, sum, target });
  }
}

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
  const points = parts.map((part) => part.servicePointId);
  await requireTerritories(ctx.tx, space, territories);
  await requireServicePoints(ctx.tx, space, points);
  await sql`delete from commitment_breakdowns where target_id = ${targetId}`.execute(ctx.tx);
  await sql`
    insert into commitment_breakdowns (id, target_id, space, territory_id, service_point_id, population, sex, milieu,
                                       quarter_from, quantity)
    select id, ${targetId}, ${space}, territory_id, service_point_id, population, sex, milieu, quarter_from, quantity
    from unnest(${parts.map(() => ctx.ids.next())}::uuid[], ${territories}::uuid[],
                ${points}::uuid[],
                ${parts.map((part) => part.population)}::text[], ${parts.map((part) => part.sex)}::text[],
                ${parts.map((part) => part.milieu)}::text[], ${parts.map((part) => part.quarterFrom)}::date[],
                ${parts.map((part) => part.quantity)}::bigint[])
      as given (id, territory_id, service_point_id, population, sex, milieu, quarter_from, quantity)`.execute(
    ctx.tx,
  );
}
