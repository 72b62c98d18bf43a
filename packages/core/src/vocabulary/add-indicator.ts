// Adds an indicator of the office's own, with the first version of its definition.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, keyText, plainDate } from "../kernel/index.ts";
import { vocabularyErrors } from "./errors.ts";
import { aggregation, nature, parameters, recordedIn, subject, writtenLabel } from "./model.ts";
import { addVersion, upsertIndicators } from "./store.ts";

const input = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{2,39}$/, "3 to 40 small letters, digits and _, a letter first"),
  label: writtenLabel,
  unit: keyText,
  nature,
  subject,
  aggregation,
  recordedIn: recordedIn.default("results"),
  numerator: keyText.nullable().default(null),
  denominator: keyText.nullable().default(null),
  effectiveFrom: plainDate,
  definition: writtenLabel,
  proofLevel: z.int().min(1).max(4).default(2),
  parameters: parameters.default({}),
  evidence: writtenLabel.nullable().default(null),
  pitfalls: writtenLabel.nullable().default(null),
  reason: z.string().trim().min(1).max(2000),
});
type Input = z.output<typeof input>;

/**
 * @throws `vocabulary.indicator_taken`, `vocabulary.unit_unknown`, `vocabulary.ratio_parts_wrong` when a ratio lacks one
 *         of its two counts, a count is itself a ratio, or the subject of money or of a ratio is not `none`.
 */
export const addIndicator = defineAct({
  name: "vocabulary.add_indicator",
  permission: "vocabulary.define",
  input,
  output: z.object({ code: z.string(), version: z.int() }),
  run: async (ctx, given) => {
    await refuseTaken(ctx, given.code);
    await refuseUnknownUnit(ctx, given.unit);
    await refuseWrongParts(ctx, given);
    const { code, label, unit, numerator, denominator, effectiveFrom, definition, proofLevel, reason } =
      given;
    const { nature, subject, aggregation, recordedIn, parameters, evidence, pitfalls } = given;
    const counted = { nature, subject, aggregation, recordedIn, numerator, denominator };
    await upsertIndicators(ctx.tx, [{ ...unsaid, code, label, unit, ...counted }]);
    const meaning = { definition, proofLevel, parameters, evidence, pitfalls, reason };
    await addVersion(
      ctx.tx,
      code,
      { version: 1, effectiveFrom, state: "defined", ...meaning },
      ctx.clock.now(),
    );
    await ctx.journal({ object: { kind: "indicator", id: code }, after: given, reason });
    await ctx.emit({ type: "vocabulary.indicator_defined", objectId: code, payload: { version: 1 } });
    return { code, version: 1 };
  },
});

const unsaid = {
  aliasOf: null,
  aliasReason: null,
  arReviewed: false,
  numeratorFilter: null,
  denominatorFilter: null,
  appliesTo: null,
};

async function refuseTaken(ctx: ActContext, code: string): Promise<void> {
  const taken = await firstRow(
    ctx.tx,
    sql<{ label: string }>`select label_fr as label from indicators where code = ${code}`,
  );
  if (taken !== undefined) throw vocabularyErrors.indicator_taken({ code, label: taken.label });
}

async function refuseUnknownUnit(ctx: ActContext, unit: string): Promise<void> {
  const known = await firstRow(
    ctx.tx,
    sql<{ units: string[]; found: boolean | null }>`
      select array_agg(code order by position) as units, bool_or(code = ${unit}) as found
      from classification_entries where scheme = 'units'`,
  );
  if (known?.found !== true) throw vocabularyErrors.unit_unknown({ unit, units: known?.units ?? [] });
}

async function refuseWrongParts(ctx: ActContext, given: Input): Promise<void> {
  const { code, numerator, denominator } = given;
  const parts = [numerator, denominator].filter((part) => part !== null);
  const nobody = given.nature === "ratio" || given.nature === "money";
  const counts = await firstRow(
    ctx.tx,
    sql<{ known: number }>`
      select count(*) as known from unnest(${parts}::text[]) part
      join indicators i on i.code = part and i.nature <> 'ratio' and i.alias_of is null`,
  );
  const wanted = given.nature === "ratio" ? 2 : 0;
  const fits = parts.length === wanted && counts?.known === wanted && (!nobody || given.subject === "none");
  if (!fits) throw vocabularyErrors.ratio_parts_wrong({ code, nature: given.nature });
}
