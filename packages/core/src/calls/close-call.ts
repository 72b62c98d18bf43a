// Closes reception when the last day is over: what is complete is judged; what lacks something waits for somebody to look.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, noteText, objectScope } from "../kernel/index.ts";
import { callForStep, step, stepInput, stepOutput } from "./advance.ts";
import { callErrors } from "./errors.ts";
import { applicationOf, callOf, documentsOf, lackedBy, submittedTo } from "./store.ts";

/** @throws `calls.not_from_here`, `calls.still_taking` */
export const closeCall = defineAct({
  name: "calls.close",
  permission: "calls.prepare",
  scope: "object",
  judges: true,
  input: stepInput,
  output: stepOutput.extend({ received: z.int(), complete: z.int() }),
  async run(ctx, { call: key, reason }) {
    const call = await callForStep(ctx, key, "close");
    if (dayOf(ctx.clock.now(), ctx.timeZone) <= call.closes_on)
      throw callErrors.still_taking({ call: call.reference, on: call.closes_on });
    const [applications, documents] = [await submittedTo(ctx.tx, call.id), await documentsOf(ctx.tx, call)];
    const complete = applications.filter((one) => lackedBy(call, one, documents).length === 0);
    await sql`
      update call_applications set admitted = true
      where id = any(${complete.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
    const counted = { received: applications.length, complete: complete.length };
    return { ...(await step(ctx, call, "close", { reason, after: counted })), ...counted };
  },
});

/**
 * Says whether an application is judged. One that is complete is; an incomplete one admitted, or a complete one refused,
 * needs a reason, which is the public answer.
 * @throws `calls.screening_over`, `calls.screening_reason`, `calls.not_submitted`
 */
export const screenApplication = defineAct({
  name: "calls.screen",
  permission: "calls.prepare",
  scope: "object",
  judges: true,
  input: z.object({
    application: z.uuid(),
    admitted: z.boolean(),
    reason: noteText.trim().min(3).nullish(),
  }),
  output: z.object({ application: z.uuid(), admitted: z.boolean() }),
  async run(ctx, { application: id, admitted, reason }) {
    const application = await applicationOf(ctx.tx, id, true);
    ctx.authorise(await objectScope(ctx.tx, id));
    const call = await callOf(ctx.tx, application.call_id, true);
    if (call.state !== "closed") throw callErrors.screening_over({ call: call.reference, state: call.state });
    if (application.state !== "submitted") throw callErrors.not_submitted();
    const lacks = lackedBy(call, application, await documentsOf(ctx.tx, call)).length > 0;
    if ((!admitted || lacks) && !reason) throw callErrors.screening_reason();
    await sql`
      update call_applications set admitted = ${admitted}, screened_why = ${reason ?? null} where id = ${id}`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "call_application", id },
      before: { admitted: application.admitted },
      after: { admitted },
      reason: reason ?? null,
    });
    return { application: id, admitted };
  },
});
