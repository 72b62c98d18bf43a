// Moves an agreement from state to state by the table of lifecycle.ts. Each act of the life cycle calls this.
import { z } from "zod";
import { type ActContext, dayOf, messageReference, plainDate } from "../kernel/index.ts";
import { requireDocument } from "../sources/index.ts";
import { agreementErrors } from "./errors.ts";
import { missingOf } from "./guards.ts";
import { type Standing, type TransitionAct, transitionFor, transitionsFrom } from "./lifecycle.ts";
import { agreementKey, state } from "./model.ts";
import {
  type AgreementChange,
  type AgreementRow,
  agreementScope,
  insertStatePassage,
  lockedAgreement,
  updateAgreement,
} from "./store.ts";

/** What every act of the life cycle is told. */
export const stepInput = z.object({
  agreement: agreementKey,
  /** The day on which it takes effect; today when it is not given. */
  on: plainDate.optional(),
  reason: z.string().trim().min(1).max(2000).nullish(),
  documentId: z.uuid().nullish(),
});
/** The same, for the acts that say why. */
export const reasonedStep = stepInput.extend({ reason: z.string().trim().min(1).max(2000) });
export const stepOutput = z.object({ id: z.uuid(), reference: z.string(), from: state, to: state });
export type Step = z.output<typeof stepInput>;

interface Effect {
  /** Null: the source does not give the day. */
  readonly on?: string | null;
  readonly change?: AgreementChange;
}

/**
 * Locks the agreement, checks right, row and guards, writes the new state and its history, journals, queues
 * `agreements.state_changed`.
 * @throws `agreements.act_not_allowed` and `agreements.guards_unmet`, naming what is missing and what is allowed
 */
export async function advance(
  ctx: ActContext,
  act: TransitionAct,
  step: Step,
  effect: (agreement: AgreementRow) => Promise<Effect> | Effect = () => ({}),
): Promise<z.output<typeof stepOutput>> {
  const agreement = await lockedAgreement(ctx.tx, step.agreement);
  ctx.authorise(await agreementScope(ctx.tx, agreement));
  const row = transitionFor(agreement, act);
  if (row === undefined) throw notAllowed(agreement, act);
  const on = dayOfStep(ctx, step.on);
  await requireDocument(ctx.tx, agreement.space, step.documentId ?? null);
  const found = await missingOf(ctx, row.guards, agreement.id);
  if (found.length > 0) {
    throw agreementErrors.guards_unmet({
      reference: agreement.reference,
      act: actReference(act),
      guards: found.map(({ guard }) => guard),
      missing: found.flatMap(({ missing }) => missing),
      allowed: allowedActs(agreement),
    });
  }
  const { change = {}, ...told } = await effect(agreement);
  const reported = row.reported ?? (act === "sign" ? false : agreement.reported);
  await writeStep(ctx, agreement, {
    to: row.to,
    reported,
    effectiveOn: told.on === undefined ? on : told.on,
    reason: step.reason ?? null,
    documentId: step.documentId ?? null,
    change,
  });
  return { id: agreement.id, reference: agreement.reference, from: agreement.state, to: row.to };
}

interface WrittenStep {
  readonly to: AgreementRow["state"];
  readonly reported: boolean;
  readonly effectiveOn: string | null;
  readonly reason: string | null;
  readonly documentId: string | null;
  readonly change: AgreementChange;
}

/** Writes a passage of the life: the state, its history, the journal row, the event. */
export async function writeStep(ctx: ActContext, agreement: AgreementRow, step: WrittenStep): Promise<void> {
  const { to, reported, effectiveOn, reason, documentId, change } = step;
  await updateAgreement(ctx.tx, agreement.id, { ...change, state: to, reported });
  await insertStatePassage(ctx.tx, {
    id: ctx.ids.next(),
    agreementId: agreement.id,
    from: agreement.state,
    to,
    reported,
    effectiveOn,
    recordedAt: ctx.clock.now(),
    reason,
    documentId,
  });
  await ctx.journal({
    object: { kind: "agreement", id: agreement.id },
    before: { state: agreement.state, reported: agreement.reported },
    after: { state: to, reported, effectiveOn, documentId, ...change },
    reason,
  });
  await ctx.emit({
    type: "agreements.state_changed",
    objectId: agreement.id,
    payload: { reference: agreement.reference, from: agreement.state, to, reported, effectiveOn },
  });
}

/** The day on which a step takes effect: not one that is to come. @throws `agreements.day_in_future` */
export function dayOfStep(ctx: ActContext, day: string | undefined): string {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  if (day !== undefined && day > today) throw agreementErrors.day_in_future({ day, today });
  return day ?? today;
}

const actReference = (act: string) => messageReference("agreements", `act.${act}`);

/** What may be done from here, as messages. */
export function allowedActs(at: Standing): string[] {
  const acts = [...new Set(transitionsFrom(at).map((row) => row.act))];
  return acts.length > 0 ? acts.map(actReference) : [messageReference("agreements", "act.nothing")];
}

/** The refusal of an act that the state does not allow. */
export function notAllowed(agreement: AgreementRow, act: string) {
  return agreementErrors.act_not_allowed({
    reference: agreement.reference,
    act: actReference(act),
    state: messageReference("agreements", `state.${agreement.state}`),
    allowed: allowedActs(agreement),
  });
}
