import { sql } from "kysely";
import { z } from "zod";
import { defineAct, plainDate, space } from "../kernel/index.ts";
import { sealBox } from "../people/index.ts";
import { deadlineFor } from "./deadlines.ts";
import { lastDay, requestKinds } from "./model.ts";
import { nextRequestNumber, today } from "./store.ts";

/** What the person asks and how she is reached; it may name her, so it lies in the vault. */
export const requestContent = z.object({
  text: z.string().trim().min(3).max(4000),
  contact: z.string().trim().max(300).optional(),
});

/** Takes a person's request in: from this day the deadline runs. */
export const receiveRequest = defineAct({
  name: "dossiers.receive_request",
  permission: "person_requests.receive",
  scope: "somewhere",
  input: requestContent.extend({
    space,
    kind: z.enum(requestKinds),
    language: z.enum(["fr", "ar"]),
    channel: z.enum(["counter", "letter", "mail", "phone"]),
    /** Default: today. */
    receivedOn: plainDate.optional(),
  }),
  output: z.object({
    number: z.string(),
    deadline: z.string(),
    /** The text on which the deadline rests. */
    source: z.string(),
  }),
  async run(ctx, { text, contact, receivedOn = today(ctx), ...given }) {
    const number = await nextRequestNumber(ctx);
    const box = await sealBox(ctx, { text, contact });
    const { days, source } = await deadlineFor(ctx.tx, given.kind, receivedOn);
    const deadline = lastDay(receivedOn, days);
    await sql`
      insert into person_requests (id, number, space, kind, language, channel, box_id, received_on, deadline, deadline_source, state, recorded_at)
      values (${ctx.ids.next()}, ${number}, ${given.space}, ${given.kind}, ${given.language}, ${given.channel}, ${box},
              ${receivedOn}, ${deadline}, ${source}, 'received', ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "request", id: number }, after: { ...given, receivedOn, deadline } });
    return { number, deadline, source };
  },
});
