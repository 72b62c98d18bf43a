// The steps of a request: who asks is made sure of, it is decided, and what was granted is done.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct } from "../kernel/index.ts";
import { bindBoxes, documentOf, findPerson } from "../people/index.ts";
import { eraseSubject } from "../results/index.ts";
import { dossierErrors } from "./errors.ts";
import { reason, requestDecisions, requestStates } from "./model.ts";
import { type RequestRow, requestFor, today } from "./store.ts";

const number = z.string().min(1).max(40);
const permission = "person_requests.handle";
const stepped = z.object({ number: z.string(), state: z.enum(requestStates) });

/** Makes sure who asks, by the document that she showed. @throws `dossiers.person_not_found`, `step_not_possible` */
export const identifyRequester = defineAct({
  name: "dossiers.identify_requester",
  permission,
  input: z.object({ number, document: documentOf }),
  output: stepped.extend({ subject: z.uuid() }),
  async run(ctx, given) {
    const request = await requestFor(ctx, given.number, "identify");
    const asFinder = { ...ctx, actor: { ...ctx.actor, grants: [{ permissions: ["people.find"] }] } };
    const { subject } = await findPerson(asFinder, { space: request.space, document: given.document });
    if (subject === null) throw dossierErrors.person_not_found();
    await sql`update person_requests set state = 'identified', subject_id = ${subject} where id = ${request.id}`.execute(
      ctx.tx,
    );
    if (request.box !== null) await bindBoxes(ctx, [request.box], subject);
    await ctx.journal({
      object: { kind: "request", id: request.number },
      before: { state: request.state },
      after: { state: "identified", subject },
    });
    return { number: request.number, state: "identified", subject } as const;
  },
});

/**
 * Decides a request, with the reason that the person is told. A granted erasure is done at once; a refusal ends the
 * request; what else is granted waits to be done. Somebody who is not in the vault can only be refused.
 * @throws `dossiers.not_identified`, `step_not_possible`
 */
export const decideRequest = defineAct({
  name: "dossiers.decide_request",
  permission,
  input: z.object({ number, decision: z.enum(requestDecisions), reason }),
  output: stepped,
  async run(ctx, given) {
    const step = given.decision === "refused" ? "refuse" : "decide";
    const request = await requestFor(ctx, given.number, step);
    if (step === "decide" && request.subject === null)
      throw dossierErrors.not_identified({ number: given.number });
    const erases = step === "decide" && request.kind === "erasure" && given.decision === "granted";
    if (erases) await erase(ctx, request, given.reason);
    const state = step === "refuse" || erases ? "done" : "decided";
    const on = today(ctx);
    await sql`
      update person_requests set state = ${state}, decision = ${given.decision}, reason = ${given.reason}, decided_on = ${on},
             done_on = ${state === "done" ? on : null}, box_id = ${erases ? null : request.box}
      where id = ${request.id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "request", id: request.number },
      before: { state: request.state },
      after: { state, decision: given.decision },
      reason: given.reason,
    });
    return { number: request.number, state } as const;
  },
});

async function erase(ctx: ActContext, { subject, deadline }: RequestRow, why: string): Promise<void> {
  await eraseSubject(ctx, { subject: subject ?? "", decidedOn: today(ctx), deadline, reason: why });
}

/** What was granted is done: the copy was handed over, the correction made. @throws `dossiers.step_not_possible` */
export const completeRequest = defineAct({
  name: "dossiers.complete_request",
  permission,
  input: z.object({ number, note: reason.optional() }),
  output: stepped,
  async run(ctx, given) {
    const request = await requestFor(ctx, given.number, "complete");
    await sql`update person_requests set state = 'done', done_on = ${today(ctx)} where id = ${request.id}`.execute(
      ctx.tx,
    );
    await ctx.journal({
      object: { kind: "request", id: request.number },
      before: { state: request.state },
      after: { state: "done" },
      ...(given.note !== undefined && { reason: given.note }),
    });
    return { number: request.number, state: "done" } as const;
  },
});
