import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { dayOf, defineAct, plainDate } from "../kernel/index.ts";
import { requestErrors } from "./errors.ts";
import { requestOf } from "./store.ts";

/**
 * Asks once more what was not answered: another link by mail, until a new day.
 * @throws `requests.answered_already`, `requests.no_mail`, `requests.unknown`
 */
export const askAgain = defineAct({
  name: "requests.ask_again",
  permission: "requests.ask",
  scope: "object",
  input: z.object({ request: z.uuid(), days: z.int().min(1).max(30).default(7) }),
  output: z.object({ dueOn: plainDate }),
  async run(ctx, { request: id, days }) {
    const request = await requestOf(ctx.tx, id);
    const agreement = await agreementOf(ctx.tx, request.agreement_id);
    ctx.authorise(await agreementScope(ctx.tx, agreement));
    if (request.answered_at !== null) throw requestErrors.answered_already();
    if (request.mail === null) throw requestErrors.no_mail({ organisation: request.addressee });
    const dueOn = dayOf(new Date(ctx.clock.now().getTime() + days * 86_400_000), ctx.timeZone);
    await sql`update declaration_requests set due_on = ${dueOn} where id = ${id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      before: { request: id, dueOn: request.due_on },
      after: { request: id, dueOn },
    });
    await ctx.emit({ type: "requests.asked", objectId: id });
    return { dueOn };
  },
});
