// Sets one term of a measure from a day on: a finance law changes an amount, and the amount before keeps its days.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  defineAct,
  firstRow,
  keyText,
  type PlainDate,
  parseMoney,
  plainDate,
} from "../kernel/index.ts";
import { vocabularyErrors } from "./errors.ts";
import { isReadable } from "./model.ts";
import { addSettingFrom, endSetting } from "./store.ts";

const input = z.object({
  measure: keyText,
  setting: z.string().regex(/^[a-z][a-z0-9_]{2,59}$/, "small letters, digits and _, a letter first"),
  value: z.string().trim().min(1).max(200),
  unit: z.string().trim().min(1).max(40),
  currency: keyText.optional(),
  from: plainDate,
  source: z.string().trim().min(1).max(2000),
  confidence: z.enum(["official_text", "secondary_source", "unverified"]),
});

/**
 * Money is a decimal in major units of `currency`.
 * @throws `vocabulary.measure_unknown`, `kernel.money_unreadable`, `vocabulary.setting_unreadable` for a value that its unit
 *         does not have, `vocabulary.setting_too_early` when a value already begins on that day or later: a past term is
 *         never rewritten.
 */
export const setMeasure = defineAct({
  name: "vocabulary.set_measure",
  permission: "vocabulary.define",
  input,
  output: z.object({ measure: keyText, setting: z.string() }),
  run: async (ctx, given) => {
    if (given.unit === "money") parseMoney(given.value, given.currency ?? "");
    const { setting, value, unit } = given;
    if (!isReadable(value, unit)) throw vocabularyErrors.setting_unreadable({ setting, value, unit });
    const before = await inForce(ctx, given.measure, given.setting, given.from);
    await endSetting(ctx.tx, given.measure, given.setting, given.from);
    await addSettingFrom(ctx.tx, {
      ...given,
      currency: given.unit === "money" ? (given.currency ?? null) : null,
    });
    await ctx.journal({
      object: { kind: "measure", id: given.measure },
      before,
      after: given,
      reason: given.source,
    });
    return { measure: given.measure, setting: given.setting };
  },
});

/** The term that the new one ends, under a lock on its measure; null when there is none. */
async function inForce(ctx: ActContext, measure: string, setting: string, day: PlainDate) {
  const known = await firstRow(ctx.tx, sql`select from measures where code = ${measure} for update`);
  if (known === undefined) throw vocabularyErrors.measure_unknown({ measure });
  const later = await firstRow(
    ctx.tx,
    sql<{ from: PlainDate }>`
      select lower(valid) as from from measure_settings
      where measure = ${measure} and setting = ${setting} and lower(valid) >= ${day}::date order by valid limit 1`,
  );
  if (later !== undefined)
    throw vocabularyErrors.setting_too_early({ measure, setting, day, from: later.from });
  const ended = await firstRow(
    ctx.tx,
    sql<{ value: string; unit: string }>`
      select value, unit from measure_settings
      where measure = ${measure} and setting = ${setting} and valid @> ${day}::date`,
  );
  return ended ?? null;
}
