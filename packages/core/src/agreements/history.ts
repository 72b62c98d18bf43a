// GET /agreements/:agreement/history: the passages of its life, and the state on any past day.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, dbOf, defineQuery, endOfDay, firstRow, plainDate, rows } from "../kernel/index.ts";
import { agreementKey, state } from "./model.ts";
import { agreementOf, agreementScope } from "./store.ts";

export const statePassage = z.object({
  from: state.nullable(),
  to: state,
  reported: z.boolean(),
  effectiveOn: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  reason: z.string().nullable(),
  documentId: z.uuid().nullable(),
});
export const stateOnDay = z.object({ state, reported: z.boolean(), since: z.string() });

export const readHistory = defineQuery({
  name: "agreements.history",
  permission: "agreements.read",
  input: z.object({
    agreement: agreementKey,
    day: plainDate.optional(),
    knownOn: plainDate.optional(),
  }),
  output: z.object({
    passages: z.array(statePassage),
    /** The state on the day asked for; null before its life began, or when no day was asked for. */
    onDay: stateOnDay.nullable(),
  }),
  scope: "object",
  async run(ctx, input) {
    const agreement = await agreementOf(ctx.tx, input.agreement);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    return {
      passages: await passagesOf(ctx, agreement.id, input.knownOn ?? null),
      onDay: input.day ? await stateOn(ctx, agreement.id, input.day, input.knownOn ?? null) : null,
    };
  },
});

/** The passages of a life in the order in which they were recorded, as known at the end of a day (null: now). */
export async function passagesOf(ctx: Context, agreementId: string, knownOn: string | null) {
  const found = await rows(
    dbOf(ctx),
    sql<Omit<z.infer<typeof statePassage>, "recordedAt"> & { readonly recordedAt: Date }>`
      select from_state as "from", to_state as "to", reported, effective_on as "effectiveOn",
             recorded_at as "recordedAt", reason, document_id as "documentId"
      from agreement_states
      where agreement_id = ${agreementId} and recorded_at < ${endOfDay(knownOn, ctx.timeZone)}
      order by recorded_at, id`,
  );
  return found.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
}

/**
 * The state of an agreement on a day, as known at the end of another (null: now): of the passages that had taken effect
 * by then, the one recorded last. A passage whose day nobody knows takes effect on the day of its recording.
 */
export async function stateOn(ctx: Context, agreementId: string, day: string, knownOn: string | null = null) {
  const since = sql`coalesce(effective_on, (recorded_at at time zone ${ctx.timeZone})::date)`;
  const found = await firstRow(
    dbOf(ctx),
    sql<z.infer<typeof stateOnDay>>`
      select to_state as state, reported, ${since} as since from agreement_states
      where agreement_id = ${agreementId} and ${since} <= ${day}::date
        and recorded_at < ${endOfDay(knownOn, ctx.timeZone)}
      order by recorded_at desc, id desc
      limit 1`,
  );
  return found ?? null;
}
