// Gives an application in: it gets a number and a receipt, and is told what it lacks while there is time to complete it.
// Withdraws it; gives a document that the call asks for.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, type Actor, dayOf, defineAct, noteText, onlyRow } from "../kernel/index.ts";
import { keepEvidence, seeAsPartner } from "../requests/index.ts";
import { requireTaken } from "./apply.ts";
import { callErrors } from "./errors.ts";
import { givenFile, missingPart } from "./model.ts";
import { type ApplicationRow, applicationOf, type CallRow, callOf, documentsOf, lackedBy } from "./store.ts";
import { requireInvited, scopeAsked } from "./whose.ts";

const receipt = z.object({
  application: z.uuid(),
  /** What is written on the receipt: AAP-2026-1/7. */
  receipt: z.string(),
  submittedAt: z.date(),
  missing: z.array(missingPart),
});
const named = z.object({ application: z.uuid() });

async function submit(ctx: ActContext, id: string, side: "own" | "paper"): Promise<z.output<typeof receipt>> {
  const { application, call } = await takenApplication(ctx, id, side);
  if (application.title === null) throw callErrors.title_missing();
  const at = ctx.clock.now();
  // one at a time draws a number
  await sql`select 1 from calls where id = ${call.id} for no key update`.execute(ctx.tx);
  const { number, submittedAt } = await onlyRow(
    ctx.tx,
    sql<{ number: number; submittedAt: Date }>`
      update call_applications set state = 'submitted', submitted_at = coalesce(submitted_at, ${at}),
        number = coalesce(number, last_application_number(call_id) + 1)
      where id = ${id} returning number, submitted_at as "submittedAt"`,
  );
  const missing = lackedBy(call, application, await documentsOf(ctx.tx, call));
  await ctx.journal({
    object: { kind: "call_application", id },
    before: { state: application.state },
    after: { state: "submitted", number, missing: missing.length },
  });
  await ctx.emit({ type: "calls.application_received", objectId: id, payload: { number } });
  return { application: id, receipt: `${call.reference}/${number}`, submittedAt, missing };
}

/** @throws `calls.closed_on`, `calls.title_missing` */
export const submitOwnApplication = defineAct({
  name: "calls.submit_own",
  permission: "calls.apply",
  scope: "object",
  input: named,
  output: receipt,
  run: (ctx, { application }) => submit(ctx, application, "own"),
});

/** @throws as `submitOwnApplication` */
export const submitApplication = defineAct({
  name: "calls.submit",
  permission: "calls.receive",
  scope: "object",
  input: named,
  output: receipt,
  run: (ctx, { application }) => submit(ctx, application, "paper"),
});

/** Takes an application back before the closing day is over; saving it again brings it back under its number. */
export const withdrawApplication = defineAct({
  name: "calls.withdraw",
  permission: "calls.apply",
  scope: "object",
  input: named.extend({ reason: noteText.trim().min(3) }),
  output: z.object({ application: z.uuid() }),
  async run(ctx, { application: id, reason }) {
    const { application } = await takenApplication(ctx, id, "own");
    if (application.state !== "submitted") throw callErrors.not_submitted();
    await sql`update call_applications set state = 'withdrawn' where id = ${id}`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "call_application", id },
      before: { state: application.state },
      after: { state: "withdrawn" },
      reason,
    });
    return { application: id };
  },
});

const kept = z.object({ application: z.uuid(), number: z.int(), name: z.string() });
const fileInput = named.extend({ file: givenFile });

async function keepFile(
  ctx: ActContext,
  id: string,
  file: z.output<typeof givenFile>,
  side: "own" | "paper",
) {
  const { application, call } = await takenApplication(ctx, id, side);
  const documents = await documentsOf(ctx.tx, call);
  if (!documents.some(({ number }) => number === file.number))
    throw callErrors.no_such_document({ number: file.number, most: documents.length });
  const actor =
    side === "own"
      ? await seeAsPartner(ctx.tx, ctx.actor, application.organisation_id, "calls.give_file")
      : mayKeep(ctx.actor, call);
  const inner = { ...ctx, actor };
  const document = await keepEvidence(inner, { space: call.space, language: "fr" }, file);
  await sql`
    insert into call_application_files (application_id, number, document_id, given_at)
    values (${id}, ${file.number}, ${document}, ${ctx.clock.now()})
    on conflict (application_id, number)
    do update set document_id = excluded.document_id, given_at = excluded.given_at`.execute(ctx.tx);
  await ctx.journal({
    object: { kind: "call_application", id },
    after: { document: file.number, name: file.name },
  });
  return { application: id, number: file.number, name: file.name };
}

/** Whoever takes an application in keeps its documents, whether or not she keeps others. */
const mayKeep = (actor: Actor, call: CallRow): Actor => ({
  ...actor,
  grants: [...actor.grants, { permissions: ["sources.record"], territory: call.territory_id }],
});

/** Gives a document, or a better one in its place. @throws `calls.no_such_document`, `results.file_…` */
export const giveOwnFile = defineAct({
  name: "calls.give_own_file",
  permission: "calls.apply",
  scope: "object",
  input: fileInput,
  output: kept,
  run: (ctx, { application, file }) => keepFile(ctx, application, file, "own"),
});

/** The same for an application on paper. */
export const giveFile = defineAct({
  name: "calls.give_file",
  permission: "calls.receive",
  scope: "object",
  input: fileInput,
  output: kept,
  run: (ctx, { application, file }) => keepFile(ctx, application, file, "paper"),
});

/** An application that may still change, locked, with its call. */
async function takenApplication(
  ctx: ActContext,
  id: string,
  side: "own" | "paper",
): Promise<{ application: ApplicationRow; call: CallRow }> {
  const application = await applicationOf(ctx.tx, id, true);
  ctx.authorise(await scopeAsked(ctx.tx, application, side));
  const isPaper = application.received_on !== null;
  if (isPaper !== (side === "paper")) throw callErrors.not_yours();
  const call = await callOf(ctx.tx, application.call_id);
  await requireInvited(ctx, call);
  requireTaken(call, application.received_on ?? dayOf(ctx.clock.now(), ctx.timeZone));
  return { application, call };
}
