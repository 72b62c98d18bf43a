// Opens a call: from now on it is public and what it says is frozen. Ends it without a result, with why.
import { dayOf, defineAct, noteText } from "../kernel/index.ts";
import { callForStep, step, stepInput, stepOutput } from "./advance.ts";
import { callErrors } from "./errors.ts";

/** @throws `calls.not_from_here`, `calls.closing_past` */
export const openCall = defineAct({
  name: "calls.open",
  permission: "calls.open",
  scope: "object",
  input: stepInput,
  output: stepOutput,
  async run(ctx, { call: key, reason }) {
    const call = await callForStep(ctx, key, "open");
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    if (call.closes_on < today) throw callErrors.closing_past({ on: call.closes_on });
    return step(ctx, call, "open", { reason });
  },
});

/** The reason is shown to whoever applied. @throws `calls.not_from_here` */
export const cancelCall = defineAct({
  name: "calls.cancel",
  permission: "calls.open",
  scope: "object",
  input: stepInput.extend({ reason: noteText.trim().min(3) }),
  output: stepOutput,
  async run(ctx, { call: key, reason }) {
    return step(ctx, await callForStep(ctx, key, "cancel"), "cancel", { reason });
  },
});
