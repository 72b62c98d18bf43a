import { sql } from "kysely";
import { z } from "zod";
import { agreementOf } from "../agreements/index.ts";
import { defineAct, keyText, noteText, onlyRow, plainDate } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireMeetingState } from "./committee-store.ts";
import { meetingErrors } from "./errors.ts";
import { citations, eventReference } from "./model.ts";
import { cite, findEvent } from "./store.ts";

/**
 * Records what an event decided, who sees to it and by when, as far as that was said; a decision may lead to an
 * agreement (the letter of intent that two parties decide to sign).
 * @throws `meetings.meeting_not_open`, `meetings.other_space`, `agreements.unknown`, `organisations.unknown`
 */
export const recordDecision = defineAct({
  name: "meetings.record_decision",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    decision: noteText.trim().min(3),
    owner: organisationKey.nullable().default(null),
    dueOn: plainDate.nullable().default(null),
    leadsTo: keyText.nullable().default(null),
    citedBy: citations,
  }),
  output: z.object({ id: z.uuid(), event: eventReference, number: z.int() }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    await requireMeetingState(ctx.tx, event, ["held"]);
    const owner = given.owner && (await organisationInSpace(ctx.tx, event.space, given.owner));
    const agreement = given.leadsTo && (await agreementOf(ctx.tx, given.leadsTo));
    if (agreement && agreement.space !== event.space) {
      throw meetingErrors.other_space({ event: event.reference, agreement: agreement.reference });
    }
    const id = ctx.ids.next();
    const { number } = await onlyRow(
      ctx.tx,
      sql<{ number: number }>`
        insert into event_decisions (id, event_id, space, number, decision, owner_id, due_on, leads_to_agreement_id,
                                     recorded_at)
        select ${id}, ${event.id}, ${event.space}, coalesce(max(number), 0) + 1, ${given.decision},
               ${owner ? owner.id : null}::uuid, ${given.dueOn}::date, ${agreement ? agreement.id : null}::uuid,
               ${ctx.clock.now()}
        from event_decisions where event_id = ${event.id} returning number`,
    );
    await cite(ctx.tx, event, given.citedBy, id);
    const { decision, dueOn, leadsTo } = given;
    await ctx.journal({
      object: { kind: "event", id: event.id },
      after: { number, decision, due_on: dueOn, leadsTo },
    });
    await ctx.emit({ type: "meetings.decided", objectId: id, payload: { event: event.reference, number } });
    return { id, event: event.reference, number };
  },
});
