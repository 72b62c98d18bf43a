// Moves a call from state to state by the table of lifecycle.ts. Each act of its life calls this.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, noteText } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { type CallStep, transitionFrom } from "./lifecycle.ts";
import { type CallState, callKey, callState } from "./model.ts";
import { type CallRow, lockedCall } from "./store.ts";

export const stepInput = z.object({ call: callKey, reason: noteText.trim().min(3).nullish() });
export const stepOutput = z.object({ id: z.uuid(), reference: z.string(), from: callState, to: callState });
export type Stepped = z.output<typeof stepOutput>;

/** The call locked, when the act may be done from where it stands. @throws `calls.unknown`, `calls.not_from_here` */
export async function callForStep(ctx: ActContext, key: string, act: CallStep): Promise<CallRow> {
  const call = await lockedCall(ctx.tx, key);
  ctx.authorise(call.scope);
  if (transitionFrom(call.state, act) === undefined)
    throw callErrors.not_from_here({ call: call.reference, state: call.state });
  return call;
}

/** Writes the state that the act leads to, with its history, the journal row and the event. */
export async function step(
  ctx: ActContext,
  call: CallRow,
  act: CallStep,
  told: { readonly reason?: string | null; readonly after?: object } = {},
): Promise<Stepped> {
  const to = transitionFrom(call.state, act)?.to;
  if (to === undefined) throw callErrors.not_from_here({ call: call.reference, state: call.state });
  await sql`
    update calls set state = ${to},
      public_from = case when ${to} = 'open' then ${ctx.clock.now()}::timestamptz else public_from end
    where id = ${call.id}`.execute(ctx.tx);
  await writeState(ctx, call.id, call.state, to, told.reason ?? null);
  await ctx.journal({
    object: { kind: "call", id: call.id },
    before: { state: call.state },
    after: { state: to, ...told.after },
    reason: told.reason ?? null,
  });
  await ctx.emit({ type: "calls.state_changed", objectId: call.id, payload: { from: call.state, to } });
  return { id: call.id, reference: call.reference, from: call.state, to };
}

export async function writeState(
  ctx: ActContext,
  call: string,
  from: CallState | null,
  to: CallState,
  reason: string | null,
): Promise<void> {
  await sql`
    insert into call_states (id, call_id, from_state, to_state, reason, actor_label, recorded_at)
    values (${ctx.ids.next()}, ${call}, ${from}, ${to}, ${reason}, ${ctx.actor.label}, ${ctx.clock.now()})`.execute(
    ctx.tx,
  );
}
