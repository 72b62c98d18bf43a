// Writes a new version of an indicator's definition: agreed by the parties, or changed from a day on.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, keyText, plainDate } from "../kernel/index.ts";
import { vocabularyErrors } from "./errors.ts";
import { type IndicatorVersion, mayTakeEffect, parameters, writtenLabel } from "./model.ts";
import { readStored, resolveIndicator } from "./read-indicators.ts";
import { addVersion } from "./store.ts";

const input = z.object({
  code: keyText,
  effectiveFrom: plainDate,
  reason: z.string().trim().min(1).max(2000),
  definition: writtenLabel,
  /** What is left out stays as in the version before. */
  proofLevel: z.int().min(1).max(4).optional(),
  parameters: parameters.optional(),
  evidence: writtenLabel.optional(),
  pitfalls: writtenLabel.optional(),
});

/**
 * Results keep the version they were stamped with; both are shown (ledger.md §3.9).
 * @throws `vocabulary.indicator_unknown`, `vocabulary.alias_not_defined`, `vocabulary.catch_all_not_defined`,
 *         `vocabulary.effective_too_early` when the day is not after the version before.
 */
export const defineIndicator = defineAct({
  name: "vocabulary.define_indicator",
  permission: "vocabulary.define",
  input,
  output: z.object({ code: keyText, version: z.int() }),
  run: async (ctx, given) => {
    const latest = await latestVersion(ctx, given.code);
    const { effectiveFrom, reason, definition } = given;
    if (!mayTakeEffect(latest, effectiveFrom))
      throw vocabularyErrors.effective_too_early({
        code: given.code,
        day: effectiveFrom,
        latest: latest.effectiveFrom,
      });
    const next: IndicatorVersion = {
      version: latest.version + 1,
      effectiveFrom,
      state: "defined",
      definition,
      proofLevel: given.proofLevel ?? latest.proofLevel,
      parameters: given.parameters ?? latest.parameters,
      evidence: given.evidence ?? latest.evidence,
      pitfalls: given.pitfalls ?? latest.pitfalls,
      reason,
    };
    await addVersion(ctx.tx, given.code, next, ctx.clock.now());
    await ctx.journal({ object: { kind: "indicator", id: given.code }, before: latest, after: next, reason });
    await ctx.emit({
      type: "vocabulary.indicator_defined",
      objectId: given.code,
      payload: { version: next.version },
    });
    return { code: given.code, version: next.version };
  },
});

/** The latest version, under a lock: two definitions written at once get two numbers. */
async function latestVersion(ctx: ActContext, code: string): Promise<IndicatorVersion> {
  const found = await resolveIndicator(ctx.tx, code);
  if (found.code !== code) throw vocabularyErrors.alias_not_defined({ code, target: found.code });
  if (found.aggregation === "none" && found.subject === "none" && found.nature === "flow")
    throw vocabularyErrors.catch_all_not_defined({ code });
  await sql`select from indicators where code = ${code} for update`.execute(ctx.tx);
  const [stored] = await readStored(ctx.tx, [code]);
  const latest = stored?.versions.at(-1);
  if (latest === undefined) throw vocabularyErrors.indicator_unknown({ code, near: "none" });
  return latest;
}
