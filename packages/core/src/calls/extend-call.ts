// Gives applicants more time: the closing day of an open call may move, and only to a later day.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, noteText, plainDate } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { callKey } from "./model.ts";
import { lockedCall } from "./store.ts";

/** A new version of the terms in which nothing else differs. @throws `calls.not_taking`, `calls.days_backwards` */
export const extendCall = defineAct({
  name: "calls.extend",
  permission: "calls.open",
  scope: "object",
  input: z.object({ call: callKey, closesOn: plainDate, reason: noteText.trim().min(3) }),
  output: z.object({ version: z.int(), closesOn: plainDate }),
  async run(ctx, { call: key, closesOn, reason }) {
    const call = await lockedCall(ctx.tx, key);
    ctx.authorise(call.scope);
    if (call.state !== "open") throw callErrors.not_taking({ call: call.reference, state: call.state });
    if (closesOn <= call.closes_on)
      throw callErrors.days_backwards({ from: call.closes_on, until: closesOn });
    const version = call.version + 1;
    await sql`
      insert into call_terms (call_id, version, title, title_ar, purpose, contact, provinces, kinds, currency,
                              envelope_minor, ceiling_minor, own_share_percent, pass_mark, disagreement_percent, opens_on,
                              closes_on, reason, recorded_at)
      select call_id, ${version}, title, title_ar, purpose, contact, provinces, kinds, currency, envelope_minor,
             ceiling_minor, own_share_percent, pass_mark, disagreement_percent, opens_on, ${closesOn}::date, ${reason},
             ${ctx.clock.now()}
      from call_terms where call_id = ${call.id} and version = ${call.version}`.execute(ctx.tx);
    await sql`
      insert into call_criteria (call_id, version, number, label, label_ar, weight, scale, at_least)
      select call_id, ${version}, number, label, label_ar, weight, scale, at_least from call_criteria
      where call_id = ${call.id} and version = ${call.version}`.execute(ctx.tx);
    await sql`
      insert into call_documents (call_id, version, number, label, label_ar, required)
      select call_id, ${version}, number, label, label_ar, required from call_documents
      where call_id = ${call.id} and version = ${call.version}`.execute(ctx.tx);
    await sql`update calls set version = ${version} where id = ${call.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "call", id: call.id },
      before: { closesOn: call.closes_on },
      after: { version, closesOn },
      reason,
    });
    return { version, closesOn };
  },
});
