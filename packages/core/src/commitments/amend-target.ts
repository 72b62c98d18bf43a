import { sql } from "kysely";
import { z } from "zod";
import {
  count,
  type Db,
  defineAct,
  firstRow,
  kernelErrors,
  lineText,
  noteText,
  ordinal,
  plainDate,
} from "../kernel/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findLiving } from "./find.ts";
import { commitmentReference, targetQualifier } from "./model.ts";
import { checkQuantity } from "./set-target.ts";
import { closeTarget, insertTarget, openTarget, type TargetRow, updateCommitment } from "./store.ts";

const input = z.object({
  commitment: commitmentReference,
  /** The number of the agreement's amendment, of type target or duration. */
  amendment: ordinal,
  /** An amendment of type target changes these … */
  quantity: count.nullable().optional(),
  qualifier: targetQualifier.optional(),
  /** … one of type duration these. */
  periodTo: plainDate.nullable().optional(),
  deadline: plainDate.nullable().optional(),
  /** Left out: as the amendment says. */
  effectiveOn: plainDate.optional(),
  clause: lineText.optional(),
  reason: noteText.optional(),
  /** The revision that the form has read; another one means that somebody saved meanwhile. */
  revision: z.int().min(1).optional(),
});
type Given = z.output<typeof input>;

/**
 * Writes a new version of a target and closes the open period of the one before; a lowered target stays visible.
 * @throws `commitments.no_target`, `amendment_unknown`, `amendment_of_other_type`, `nothing_amended`,
 * `effective_too_early`
 */
export const amendTarget = defineAct({
  name: "commitments.amend_target",
  permission: "commitments.sign",
  scope: "object",
  input,
  output: z.object({ commitment: commitmentReference, version: z.int(), change: z.int().nullable() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    if (given.revision !== undefined && given.revision !== commitment.revision)
      throw kernelErrors.edited_meanwhile();
    const open = await openTarget(ctx.tx, commitment.id);
    if (!open) throw commitmentErrors.no_target({ commitment: given.commitment });
    const amendment = await findAmendment(ctx.tx, agreement, given.amendment);
    const changed = applyAmendment(given, open, amendment.type);
    checkQuantity(given.commitment, commitment.kind, changed.quantity, changed.qualifier);
    const effectiveOn = given.effectiveOn ?? amendment.effective_on;
    if (effectiveOn <= open.effective_from) {
      throw commitmentErrors.effective_too_early({ effective: effectiveOn, current: open.effective_from });
    }
    const recordedAt = ctx.clock.now();
    await closeTarget(ctx.tx, open.id, effectiveOn, recordedAt);
    const version = open.version + 1;
    const why = { clause: given.clause ?? amendment.clause, reason: given.reason ?? amendment.reason };
    await insertTarget(ctx.tx, {
      ...{ id: ctx.ids.next(), commitment_id: commitment.id, version, ...changed, ...why },
      ...{ effective_from: effectiveOn, recorded_at: recordedAt, amendment_id: amendment.id },
    });
    const { period_to, deadline } = changed;
    await updateCommitment(ctx.tx, commitment.id, { period_to, deadline });
    const before = {
      version: open.version,
      quantity: open.quantity,
      period_to: open.period_to,
      deadline: open.deadline,
    };
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before,
      after: { version, ...changed, effective_on: effectiveOn, amendment: given.amendment },
      reason: why.reason,
    });
    await ctx.emit({ type: "commitments.target_amended", objectId: commitment.id, payload: { version } });
    const both = open.quantity !== null && changed.quantity !== null;
    return {
      commitment: given.commitment,
      version,
      change: both ? Number(changed.quantity) - Number(open.quantity) : null,
    };
  },
});

interface Amendment {
  readonly id: string;
  readonly type: string;
  readonly effective_on: string;
  readonly clause: string;
  readonly reason: string;
}

async function findAmendment(tx: Db, agreement: { id: string; reference: string }, number: number) {
  const found = await firstRow(
    tx,
    sql<Amendment>`
      select id, type, effective_on, clause, reason from amendments
      where agreement_id = ${agreement.id} and number = ${number}`,
  );
  if (!found) throw commitmentErrors.amendment_unknown({ agreement: agreement.reference, amendment: number });
  return found;
}

type Amended = Pick<TargetRow, "quantity" | "qualifier" | "period_from" | "period_to" | "deadline">;

/** The type of an amendment names the fields that it may change. */
function applyAmendment(given: Given, open: TargetRow, type: string): Amended {
  const ofTarget = given.quantity !== undefined || given.qualifier !== undefined;
  const ofDuration = given.periodTo !== undefined || given.deadline !== undefined;
  if (!ofTarget && !ofDuration) throw commitmentErrors.nothing_amended({ commitment: given.commitment });
  if ((ofTarget && type !== "target") || (ofDuration && type !== "duration")) {
    throw commitmentErrors.amendment_of_other_type({
      amendment: given.amendment,
      type,
      needed: ofTarget ? "target" : "duration",
    });
  }
  const { quantity = open.quantity, qualifier = open.qualifier } = given;
  const { periodTo = open.period_to, deadline = open.deadline } = given;
  return { quantity, qualifier, period_from: open.period_from, period_to: periodTo, deadline };
}
