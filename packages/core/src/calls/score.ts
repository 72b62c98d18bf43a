// An assessor judges: she first says in which applications she has an interest, then marks the others, criterion by
// criterion with a reason, and hands her marks in. Nobody else sees them before scoring is closed.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  defineAct,
  firstRow,
  noteText,
  objectScope,
  onlyRow,
  ordinal,
} from "../kernel/index.ts";
import { step } from "./advance.ts";
import { leftToScore } from "./close-scoring.ts";
import { callErrors } from "./errors.ts";
import { callKey } from "./model.ts";
import {
  type ApplicationRow,
  applicationOf,
  type CallRow,
  callOf,
  criteriaOf,
  lockedCall,
  submittedTo,
} from "./store.ts";

interface Assessor {
  readonly stated_at: Date | null;
  readonly handed_in_at: Date | null;
}

/** The actor as an assessor of a call whose applications are being judged. */
async function assessorOf(ctx: ActContext, call: CallRow): Promise<Assessor> {
  const found = await firstRow(
    ctx.tx,
    sql<Assessor>`
      select stated_at, handed_in_at from call_assessors
      where call_id = ${call.id} and user_id::text = ${ctx.actor.id}`,
  );
  if (found === undefined) throw callErrors.not_assessor({ call: call.reference });
  if (call.state !== "closed") throw callErrors.not_from_here({ call: call.reference, state: call.state });
  if (found.handed_in_at !== null) throw callErrors.handed_in({ call: call.reference });
  return found;
}

/** States the interests that she has, or that she has none; one that is stated stays. @throws `calls.not_assessor` … */
export const stateInterests = defineAct({
  name: "calls.state_interests",
  permission: "calls.score",
  scope: "object",
  input: z.object({
    call: callKey,
    interests: z
      .array(z.object({ application: z.uuid(), nature: noteText.trim().min(3) }))
      .max(200)
      .default([]),
  }),
  output: z.object({ call: z.uuid(), interests: z.int() }),
  async run(ctx, { call: key, interests }) {
    const call = await lockedCall(ctx.tx, key);
    ctx.authorise(call.scope);
    await assessorOf(ctx, call);
    const inCall = await submittedTo(ctx.tx, call.id);
    const stranger = interests.find(({ application }) => !inCall.some(({ id }) => id === application));
    if (stranger !== undefined) throw callErrors.application_unknown({ application: stranger.application });
    const at = ctx.clock.now();
    await sql`
      update call_assessors set stated_at = coalesce(stated_at, ${at})
      where call_id = ${call.id} and user_id::text = ${ctx.actor.id}`.execute(ctx.tx);
    await sql`
      insert into call_interests (application_id, assessor_id, nature, stated_at)
      select application, ${ctx.actor.id}::uuid, nature, ${at}
      from unnest(${interests.map(({ application }) => application)}::uuid[],
                  ${interests.map(({ nature }) => nature)}::text[]) as t (application, nature)
      on conflict do nothing`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "call", id: call.id }, after: { interests } });
    return { call: call.id, interests: interests.length };
  },
});

const marks = z
  .array(
    z.object({
      criterion: ordinal,
      mark: z.int().min(0).max(100),
      /** Why: whoever applied may ask. */
      reason: noteText.trim().min(3),
    }),
  )
  .min(1)
  .max(20);

/**
 * Marks an application, whole or in part; a mark that was given before is replaced and kept. The journal says that marks
 * were given, not which: it is read while they are still hidden.
 * @throws `calls.statement_missing`, `calls.interest`, `calls.not_admitted`, `calls.mark_outside`, `calls.criterion_unknown`
 */
export const score = defineAct({
  name: "calls.score",
  permission: "calls.score",
  scope: "object",
  judges: true,
  input: z.object({ application: z.uuid(), marks }),
  output: z.object({ application: z.uuid(), marked: z.int(), of: z.int() }),
  async run(ctx, { application: id, marks: given }) {
    const application = await applicationOf(ctx.tx, id, true);
    ctx.authorise(await objectScope(ctx.tx, id));
    const call = await callOf(ctx.tx, application.call_id);
    const assessor = await assessorOf(ctx, call);
    await requireMayMark(ctx, call, application, assessor);
    const criteria = await criteriaOf(ctx.tx, call);
    for (const { criterion, mark } of given) {
      const asked = criteria.find(({ number }) => number === criterion);
      if (asked === undefined) throw callErrors.criterion_unknown({ criterion, most: criteria.length });
      if (mark > asked.scale)
        throw callErrors.mark_outside({ criterion: asked.label, mark, scale: asked.scale });
    }
    await writeMarks(ctx, id, given);
    await ctx.journal({
      object: { kind: "call_application", id },
      after: { marked: given.map(({ criterion }) => criterion) },
    });
    const { marked } = await onlyRow(
      ctx.tx,
      sql<{ marked: number }>`
        select count(distinct criterion)::int as marked from call_marks
        where application_id = ${id} and assessor_id::text = ${ctx.actor.id}`,
    );
    return { application: id, marked, of: criteria.length };
  },
});

async function requireMayMark(
  ctx: ActContext,
  call: CallRow,
  application: ApplicationRow,
  assessor: Assessor,
): Promise<void> {
  if (assessor.stated_at === null) throw callErrors.statement_missing({ call: call.reference });
  if (application.state !== "submitted" || application.admitted !== true) throw callErrors.not_admitted();
  const interest = await firstRow(
    ctx.tx,
    sql<{ nature: string }>`
      select nature from call_interests
      where application_id = ${application.id} and assessor_id::text = ${ctx.actor.id}`,
  );
  if (interest !== undefined)
    throw callErrors.interest({ organisation: application.organisation, nature: interest.nature });
}

async function writeMarks(ctx: ActContext, id: string, given: z.output<typeof marks>): Promise<void> {
  await sql`
    insert into call_marks (id, application_id, assessor_id, criterion, round, mark, reason, recorded_at)
    select t.id, ${id}, ${ctx.actor.id}::uuid, t.criterion,
           1 + coalesce((select max(m.round) from call_marks m
                         where m.application_id = ${id} and m.assessor_id = ${ctx.actor.id}::uuid
                           and m.criterion = t.criterion), 0),
           t.mark, t.reason, ${ctx.clock.now()}
    from unnest(${given.map(() => ctx.ids.next())}::uuid[], ${given.map(({ criterion }) => criterion)}::smallint[],
                ${given.map(({ mark }) => mark)}::smallint[], ${given.map(({ reason }) => reason)}::text[])
      as t (id, criterion, mark, reason)`.execute(ctx.tx);
}

/**
 * Hands the marks in; they change no more. When the last assessor has, scoring closes by itself.
 * @throws `calls.marks_missing` with the number of applications that she has not marked wholly
 */
export const handIn = defineAct({
  name: "calls.hand_in",
  permission: "calls.score",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({ call: z.uuid(), isClosed: z.boolean() }),
  async run(ctx, { call: key }) {
    const call = await lockedCall(ctx.tx, key);
    ctx.authorise(call.scope);
    const assessor = await assessorOf(ctx, call);
    if (assessor.stated_at === null) throw callErrors.statement_missing({ call: call.reference });
    const criteria = await criteriaOf(ctx.tx, call);
    const { missing } = await onlyRow(ctx.tx, unmarkedBy(ctx.actor.id, call.id, criteria.length));
    if (missing > 0) throw callErrors.marks_missing({ missing });
    await sql`
      update call_assessors set handed_in_at = ${ctx.clock.now()}
      where call_id = ${call.id} and user_id::text = ${ctx.actor.id}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "call", id: call.id }, after: { handedIn: ctx.actor.label } });
    const left = await leftToScore(ctx.tx, call.id, criteria.length);
    const isClosed = left.assessors + left.unscreened + left.unmarked.length === 0;
    if (isClosed) await step(ctx, call, "close_scoring");
    return { call: call.id, isClosed };
  },
});

/** How many admitted applications an assessor without an interest in them has not marked wholly. */
const unmarkedBy = (assessor: string, call: string, criteria: number) => sql<{ missing: number }>`
  select count(*)::int as missing from call_applications p
  where p.call_id = ${call} and p.state = 'submitted' and p.admitted
    and not exists (select from call_interests i where i.application_id = p.id and i.assessor_id::text = ${assessor})
    and (select count(distinct m.criterion) from call_marks m
         where m.application_id = p.id and m.assessor_id::text = ${assessor}) < ${criteria}::int`;
