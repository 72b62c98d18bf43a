// The steps of a diagnosis: on, back, to its end. Each looks into the one table of lifecycle.ts.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, messageReference, noteText } from "../kernel/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { type StepName, stepsFrom } from "./lifecycle.ts";
import { missingFor } from "./missing.ts";
import { diagnosisReference, type State, state } from "./model.ts";
import { changed, lockedDiagnosis } from "./store.ts";

const reason = noteText.trim().min(3);
const output = z.object({ reference: diagnosisReference, state });

/** From listening to ranking to answering. @throws `diagnosis.step_not_from_here`, `diagnosis.still_missing` */
export const goOn = defineAct({
  name: "diagnosis.go_on",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, step: z.enum(["listen", "rank", "answer"]) }),
  output,
  run: (ctx, { diagnosis, step }) => take(ctx, diagnosis, step, null),
});

/** Back to ranking, or to listening. @throws `diagnosis.step_not_from_here` */
export const goBack = defineAct({
  name: "diagnosis.go_back",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, reason }),
  output,
  run: (ctx, { diagnosis, reason: why }) => take(ctx, diagnosis, "go_back", why),
});

/**
 * Ends a diagnosis: from now on its answers stand. Refused while an action waits for one, each named.
 * @throws `diagnosis.step_not_from_here`, `diagnosis.still_missing`
 */
export const endDiagnosis = defineAct({
  name: "diagnosis.end",
  permission: "diagnosis.end",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference }),
  output,
  run: (ctx, { diagnosis }) => take(ctx, diagnosis, "end", null),
});

/** Gives a diagnosis up, with the reason for everybody who took part. @throws `diagnosis.step_not_from_here` */
export const abandonDiagnosis = defineAct({
  name: "diagnosis.abandon",
  permission: "diagnosis.end",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, reason }),
  output,
  run: (ctx, { diagnosis, reason: why }) => take(ctx, diagnosis, "abandon", why),
});

async function take(ctx: ActContext, reference: string, name: StepName, why: string | null) {
  const found = await lockedDiagnosis(ctx, reference);
  const step = stepsFrom(found.state).find((row) => row.step === name);
  const say = (one: State) => messageReference("diagnosis", `state.${one}`);
  if (step === undefined) {
    throw diagnosisErrors.step_not_from_here({ diagnosis: reference, state: say(found.state) });
  }
  const missing = await missingFor(ctx.tx, found, step.guards);
  if (missing.length > 0) throw diagnosisErrors.still_missing({ diagnosis: reference, missing });
  await sql`update diagnoses set state = ${step.to} where id = ${found.id}`.execute(ctx.tx);
  await sql`
    insert into diagnosis_steps (id, diagnosis_id, from_state, to_state, reason, recorded_at)
    values (${ctx.ids.next()}, ${found.id}, ${found.state}, ${step.to}, ${why}, ${ctx.clock.now()})`.execute(
    ctx.tx,
  );
  const said = { before: { state: found.state }, after: { state: step.to }, reason: why };
  await changed(ctx, found, said);
  return { reference, state: step.to };
}
