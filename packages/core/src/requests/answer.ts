// The answer of a partner: a number for each promise that it owes, with one file as evidence. Given once.
import { z } from "zod";
import { spendLink } from "../identity/index.ts";
import { type ActContext, count, dayOf, defineAct } from "../kernel/index.ts";
import { declare } from "../results/index.ts";
import { requestErrors } from "./errors.ts";
import { keepEvidence, statementFile } from "./keep-statement.ts";
import { ownRequestOf, promisesOf } from "./read-own.ts";
import { markAnswered, type RequestRow, seeAsPartner } from "./store.ts";

/** @throws `requests.answered_already`, `requests.not_theirs`, `requests.file_known`, `results.file_…`, `results.periods_overlap` */
export const answerRequest = defineAct({
  name: "requests.answer",
  permission: "requests.answer",
  scope: "object",
  input: z.object({
    request: z.uuid().optional(),
    numbers: z
      .array(z.object({ commitment: z.string().max(60), quantity: count }))
      .min(1)
      .max(100),
    note: z.string().trim().min(1).max(2000).nullish(),
    file: statementFile.nullish(),
  }),
  output: z.object({ declared: z.int() }),
  async run(ctx, { request: wanted, numbers, note, file }) {
    const request = await ownRequestOf(ctx, wanted);
    await markAnswered(ctx.tx, request.id, ctx.clock.now());
    const actor = await seeAsPartner(ctx.tx, ctx.actor, request.organisation_id, "requests.answer");
    const own = { ...ctx, actor };
    await requireOwed(own, request, numbers);
    const document = file ? await keepEvidence(own, request, file) : undefined;
    for (const { commitment, quantity } of numbers) {
      await declare(own, {
        ...{
          commitment,
          quantity,
          declarant: request.organisation_id,
          period: { from: request.from, to: request.to },
        },
        ...(document !== undefined && { document }),
        ...(note && { note }),
      });
    }
    if (ctx.actor.kind === "link") await spendLink(ctx.tx, ctx.actor.id, ctx.clock.now());
    await ctx.journal({
      object: { kind: "agreement", id: request.agreement_id },
      after: { request: request.id, answered: numbers, document: document ?? null },
    });
    return { declared: numbers.length };
  },
});

/** Only what the organisation itself owes in this agreement, each once. */
async function requireOwed(ctx: ActContext, request: RequestRow, numbers: readonly { commitment: string }[]) {
  const promises = await promisesOf(ctx.tx, request, dayOf(ctx.clock.now(), ctx.timeZone));
  const owed = new Set(promises.filter(({ own }) => own).map(({ commitment }) => commitment));
  const asked = numbers.map(({ commitment }) => commitment);
  if (new Set(asked).size !== asked.length || !asked.every((one) => owed.has(one)))
    throw requestErrors.not_theirs();
}

/** Keeps what a partner sends as evidence, sealed; gives the document. @throws `requests.file_…` */
