// Who judges the applications of a call: people with an account who hold a role where it lies. Named until scoring is
// closed; taken back as long as they have given no mark.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, defineQuery, firstRow, objectScope, rows } from "../kernel/index.ts";
import { callErrors } from "./errors.ts";
import { callKey } from "./model.ts";
import { permissions } from "./permissions.ts";
import { callOf, lockedCall } from "./store.ts";

const person = z.object({ id: z.uuid(), name: z.string(), roles: z.array(z.string()) });
const roles = [...permissions["calls.score"]];

export const possibleAssessors = defineQuery({
  name: "calls.possible_assessors",
  permission: "calls.prepare",
  scope: "object",
  input: z.object({ call: callKey }),
  output: z.object({ people: z.array(person) }),
  async run(ctx, { call: key }) {
    const call = await callOf(ctx.tx, key);
    ctx.authorise(await objectScope(ctx.tx, call.id));
    const people = await rows(
      ctx.tx,
      sql<
        z.output<typeof person>
      >`select id, name, roles from possible_assessors(${call.id}, ${roles}::text[])`,
    );
    return { people };
  },
});

const named = z.object({ call: callKey, user: z.uuid() });

/** @throws `calls.not_from_here`, `calls.not_possible_assessor` */
export const nameAssessor = defineAct({
  name: "calls.name_assessor",
  permission: "calls.prepare",
  scope: "object",
  judges: true,
  input: named,
  output: z.object({ user: z.uuid(), name: z.string() }),
  async run(ctx, { call: key, user }) {
    const call = await assessorsOpen(ctx, key);
    const found = await firstRow(
      ctx.tx,
      sql<{ name: string }>`
        select name from possible_assessors(${call.id}, ${roles}::text[]) where id = ${user}`,
    );
    if (found === undefined) throw callErrors.not_possible_assessor({ call: call.reference });
    await sql`
      insert into call_assessors (call_id, user_id, name, named_at)
      values (${call.id}, ${user}, ${found.name}, ${ctx.clock.now()}) on conflict do nothing`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "call", id: call.id }, after: { assessor: found.name } });
    return { user, name: found.name };
  },
});

/** @throws `calls.not_assessor`, `calls.marked_already` */
export const releaseAssessor = defineAct({
  name: "calls.release_assessor",
  permission: "calls.prepare",
  scope: "object",
  judges: true,
  input: named,
  output: z.object({ user: z.uuid() }),
  async run(ctx, { call: key, user }) {
    const call = await assessorsOpen(ctx, key);
    const found = await firstRow(
      ctx.tx,
      sql<{ name: string; stated_at: Date | null }>`
        select name, stated_at from call_assessors where call_id = ${call.id} and user_id = ${user} for update`,
    );
    if (found === undefined) throw callErrors.not_assessor({ call: call.reference });
    // her marks are not seen from here: who has said where she stands may have begun
    if (found.stated_at !== null) throw callErrors.marked_already({ assessor: found.name });
    await sql`delete from call_assessors where call_id = ${call.id} and user_id = ${user}`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "call", id: call.id }, before: { assessor: found.name } });
    return { user };
  },
});

async function assessorsOpen(ctx: ActContext, key: string) {
  const call = await lockedCall(ctx.tx, key);
  ctx.authorise(call.scope);
  if (!["prepared", "open", "closed"].includes(call.state))
    throw callErrors.not_from_here({ call: call.reference, state: call.state });
  return call;
}
