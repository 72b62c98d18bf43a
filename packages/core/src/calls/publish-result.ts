// Publishes the result of a call: every applicant reads its answer, everybody reads who was accepted. What everybody reads
// is written here, once.
import { sql } from "kysely";
import { dayOf, defineAct } from "../kernel/index.ts";
import { callForStep, step, stepInput, stepOutput } from "./advance.ts";
import { publicResultOf } from "./public-result.ts";

/** @throws `calls.not_from_here` */
export const publishResult = defineAct({
  name: "calls.publish",
  permission: "calls.open",
  scope: "object",
  input: stepInput,
  output: stepOutput,
  async run(ctx, { call: key, reason }) {
    const call = await callForStep(ctx, key, "publish");
    const at = ctx.clock.now();
    const today = dayOf(at, ctx.timeZone);
    const content = await publicResultOf(ctx.tx, call, today);
    await sql`
      insert into call_results (call_id, space, reference, published_on, content, recorded_at)
      values (${call.id}, ${call.space}, ${call.reference}, ${today}, ${JSON.stringify(content)}::json, ${at})`.execute(
      ctx.tx,
    );
    return step(ctx, call, "publish", { reason });
  },
});
