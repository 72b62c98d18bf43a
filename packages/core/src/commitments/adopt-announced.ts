import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, dayOf, defineAct, firstRow, noteText, plainDate } from "../kernel/index.ts";
import { adoptReading } from "../sources/index.ts";
import { settleIndicator } from "./announce.ts";
import { commitmentErrors } from "./errors.ts";
import { findIndicator, findLiving } from "./find.ts";
import { commitmentReference } from "./model.ts";
import { type CommitmentRow, updateCommitment } from "./store.ts";

/**
 * A person decides which announced reading of a commitment holds, or again that none does. A draft takes the reading's
 * indicator and unit, or loses them when readings differ and none is adopted; earlier decisions stay readable.
 * @throws `commitments.assertion_unknown` when the assertion announces something else, and the refusals of
 * `sources.adopt_reading`
 */
export const adoptAnnounced = defineAct({
  name: "commitments.adopt_announced",
  permission: "commitments.sign",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    /** Null: none yet. */
    assertion: z.uuid().nullable(),
    decidedOn: plainDate.optional(),
    reason: noteText.trim().min(3),
  }),
  output: z.object({ commitment: commitmentReference, indicator: z.string().nullable() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    const code = given.assertion === null ? null : await indicatorSaid(ctx, commitment, given.assertion);
    await adoptReading(ctx, {
      ...{ space: commitment.space, objectKind: "commitment", objectId: commitment.id },
      ...{ assertionId: given.assertion, decidedOn: given.decidedOn, reason: given.reason },
    });
    const indicator =
      commitment.state === "draft" ? await follow(ctx, commitment, code) : commitment.indicator;
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before: { indicator: commitment.indicator },
      after: { indicator, adopted: given.assertion },
      reason: given.reason,
    });
    await ctx.emit({ type: "commitments.reading_adopted", objectId: commitment.id, payload: { indicator } });
    return { commitment: given.commitment, indicator };
  },
});

/** The indicator that the reading names; null when it names none. */
async function indicatorSaid(
  ctx: ActContext,
  commitment: CommitmentRow,
  assertion: string,
): Promise<string | null> {
  const found = await firstRow(
    ctx.tx,
    sql<{ indicator: string | null }>`
      select a.indicator from commitment_assertions link join assertions a on a.id = link.assertion_id
      where link.commitment_id = ${commitment.id} and link.field = 'target' and a.id = ${assertion}`,
  );
  if (!found) throw commitmentErrors.assertion_unknown({ assertion, space: commitment.space });
  return found.indicator;
}

async function follow(
  ctx: ActContext,
  commitment: CommitmentRow,
  code: string | null,
): Promise<string | null> {
  if (code === null) return settleIndicator(ctx, commitment);
  const found = await findIndicator(ctx.tx, code, dayOf(ctx.clock.now(), ctx.timeZone));
  const { unit } = found;
  await updateCommitment(ctx.tx, commitment.id, {
    indicator: found.code,
    indicator_version: found.version,
    unit,
  });
  return found.code;
}
