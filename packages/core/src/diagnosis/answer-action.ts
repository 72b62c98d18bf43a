// An action is retained, with the promise that carries it, or rejected with a reason that everybody may read.
import { sql } from "kysely";
import { z } from "zod";
import { commitmentReference, promise, splitReference } from "../commitments/index.ts";
import { type ActContext, dayOf, defineAct, firstRow, keyText, noteText, ordinal } from "../kernel/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference } from "./model.ts";
import { changed, type DiagnosisRow, refuseNumbers, writableDiagnosis } from "./store.ts";

const which = { diagnosis: diagnosisReference, action: ordinal };
const answerText = noteText.trim().min(10);
const publicAnswer = { answer: answerText, answerAr: answerText.nullable().default(null) };

/**
 * Retains an action: a commitment of an agreement carries it, one that is there or one that is begun here as a draft.
 * @throws `diagnosis.not_now`, `diagnosis.action_unknown`, `diagnosis.answered_already`, `diagnosis.carried_by_what`,
 * `diagnosis.commitment_withdrawn`, `agreements.unknown`, `commitments.unknown`, `kernel.not_allowed`
 */
export const retainAction = defineAct({
  name: "diagnosis.retain_action",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    ...which,
    /** By its reference: `R90-2023-01/3`. */
    commitment: commitmentReference.nullable().default(null),
    /** The agreement in which a promise of it is begun, in the action's words. */
    beginIn: keyText.nullable().default(null),
    answer: publicAnswer.answer.nullable().default(null),
    answerAr: publicAnswer.answerAr,
  }),
  output: z.object({ action: z.int(), commitment: z.string() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "actions");
    const { answer, answerAr } = given;
    refuseNumbers({ answer, answerAr });
    const action = await waitingAction(ctx, diagnosis, given.action);
    if ((given.commitment === null) === (given.beginIn === null)) throw diagnosisErrors.carried_by_what();
    const reference =
      given.commitment ??
      (await promise(ctx, { agreement: given.beginIn ?? "", wording: action.words })).reference;
    const commitment = await commitmentIn(ctx, diagnosis, reference);
    await writeAnswer(ctx, action.id, { state: "retained", commitment, answer, answerAr });
    await changed(ctx, diagnosis, { after: { action: given.action, retained: reference, answer } });
    return { action: given.action, commitment: reference };
  },
});

/** @throws `diagnosis.not_now`, `diagnosis.action_unknown`, `diagnosis.answered_already` */
export const rejectAction = defineAct({
  name: "diagnosis.reject_action",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ ...which, ...publicAnswer }),
  output: z.object({ action: z.int() }),
  async run(ctx, { diagnosis: reference, action: number, answer, answerAr }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "actions");
    refuseNumbers({ answer, answerAr });
    const action = await waitingAction(ctx, diagnosis, number);
    await writeAnswer(ctx, action.id, { state: "rejected", commitment: null, answer, answerAr });
    await changed(ctx, diagnosis, { after: { action: number, rejected: answer } });
    return { action: number };
  },
});

/** Takes the answer to an action back, so that it is answered anew. @throws `diagnosis.not_now`, `diagnosis.not_answered` */
export const reconsiderAction = defineAct({
  name: "diagnosis.reconsider_action",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ ...which, reason: noteText.trim().min(3) }),
  output: z.object({ action: z.int() }),
  async run(ctx, { diagnosis: reference, action: number, reason }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "actions");
    const action = await actionIn(ctx, diagnosis, number);
    if (action.state === "proposed") throw diagnosisErrors.not_answered({ action: number });
    await writeAnswer(ctx, action.id, { state: "proposed", commitment: null, answer: null, answerAr: null });
    await changed(ctx, diagnosis, { before: { action: number, state: action.state }, reason });
    return { action: number };
  },
});

interface ActionRow {
  readonly id: string;
  readonly words: string;
  readonly state: "proposed" | "retained" | "rejected";
}

async function actionIn(
  ctx: ActContext,
  { id, reference }: DiagnosisRow,
  number: number,
): Promise<ActionRow> {
  const found = await firstRow(
    ctx.tx,
    sql<ActionRow>`
      select id, words, state from diagnosis_actions where diagnosis_id = ${id} and number = ${number}`,
  );
  if (!found) throw diagnosisErrors.action_unknown({ action: number, diagnosis: reference });
  return found;
}

async function waitingAction(ctx: ActContext, diagnosis: DiagnosisRow, number: number): Promise<ActionRow> {
  const found = await actionIn(ctx, diagnosis, number);
  if (found.state !== "proposed") throw diagnosisErrors.answered_already({ action: number });
  return found;
}

/** The id of a promise that stands, in the space of the diagnosis. */
async function commitmentIn(ctx: ActContext, diagnosis: DiagnosisRow, reference: string): Promise<string> {
  const { agreement, number } = splitReference(reference);
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string; space: string; state: string }>`
      select c.id, c.space, c.state from commitments c join agreements a on a.id = c.agreement_id
      where a.reference = ${agreement} and c.number = ${number}`,
  );
  if (!found || found.space !== diagnosis.space)
    throw diagnosisErrors.other_space({ other: reference, diagnosis: diagnosis.reference });
  if (found.state === "withdrawn") throw diagnosisErrors.commitment_withdrawn({ commitment: reference });
  return found.id;
}

interface Answer {
  readonly state: ActionRow["state"];
  readonly commitment: string | null;
  readonly answer: string | null;
  readonly answerAr: string | null;
}

async function writeAnswer(ctx: ActContext, id: string, { state, commitment, answer, answerAr }: Answer) {
  const on = state === "proposed" ? null : dayOf(ctx.clock.now(), ctx.timeZone);
  await sql`
    update diagnosis_actions set state = ${state}, commitment_id = ${commitment}, answer = ${answer},
                                 answer_ar = ${answerAr}, answered_on = ${on}
    where id = ${id}`.execute(ctx.tx);
}
