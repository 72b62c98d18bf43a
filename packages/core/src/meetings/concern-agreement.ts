import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { authorise, defineAct, keyText } from "../kernel/index.ts";
import { meetingErrors } from "./errors.ts";
import { agreementRelation, eventReference } from "./model.ts";
import { findEvent } from "./store.ts";

/**
 * Says what an event had to do with an agreement: announced, signed, decided or discussed there, or its framework. Whoever
 * sees the agreement sees the event from then on, and the event names it: it takes the right to write on the one and to
 * read the other.
 * @throws `meetings.unknown`, `meetings.other_space`, `agreements.unknown`
 */
export const concernAgreement = defineAct({
  name: "meetings.concern_agreement",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({ event: eventReference, agreement: keyText, relation: agreementRelation }),
  output: z.object({ event: eventReference, agreement: keyText, relation: agreementRelation }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    const agreement = await agreementOf(ctx.tx, given.agreement);
    authorise(ctx.actor, "agreements.read", await agreementScope(ctx.tx, agreement));
    if (agreement.space !== event.space) {
      throw meetingErrors.other_space({ event: event.reference, agreement: agreement.reference });
    }
    await sql`
      insert into event_agreements (event_id, agreement_id, space, relation)
      values (${event.id}, ${agreement.id}, ${event.space}, ${given.relation}) on conflict do nothing`.execute(
      ctx.tx,
    );
    const { relation } = given;
    await ctx.journal({
      object: { kind: "event", id: event.id },
      after: { agreement: agreement.reference, relation },
    });
    return { event: event.reference, agreement: agreement.reference, relation };
  },
});
