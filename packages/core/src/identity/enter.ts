// What follows on a proof of who somebody is: the second factor if she has one, else a session.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, defineAct } from "../kernel/index.ts";
import { readAsOwner } from "./as-owner.ts";
import { factorOf } from "./codes.ts";
import { from, later, lifetimes, networkOf, sessionMethod } from "./model.ts";
import { newToken } from "./secrets.ts";
import { issueStep } from "./step-tokens.ts";
import { enteringActor, type UserRow } from "./store.ts";

/** A session's token goes into a cookie and nowhere else. */
const opened = z.object({ session: z.uuid(), token: z.string(), expiresAt: z.date() });

export const entered = z.discriminatedUnion("outcome", [
  opened.extend({ outcome: z.literal("entered"), user: z.uuid() }),
  z.object({ outcome: z.literal("second_factor"), step: z.string() }),
]);
export type Entered = z.output<typeof entered>;

/** Opens a session for the one who acts. */
export const startSession = defineAct({
  name: "identity.start_session",
  permission: "door.enter",
  input: z.object({ method: sessionMethod.exclude(["link"]), from, providerHint: z.string().nullish() }),
  output: opened,
  async run(ctx, { method, from: { address, device }, providerHint }) {
    const at = ctx.clock.now();
    const session = ctx.ids.next();
    const { token, hash } = newToken();
    const expiresAt = later(at, lifetimes.session);
    await sql`select sweep_door(${at}, ${later(at, -30 * lifetimes.session)})`.execute(ctx.tx);
    await sql`
      insert into sessions (id, token_hash, user_id, method, provider_hint, device, place, started_at, last_used_at,
                            expires_at)
      values (${session}, ${hash}, ${ctx.actor.id}, ${method}, ${providerHint ?? null}, ${device},
              ${networkOf(address)}, ${at}, ${at}, ${expiresAt})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { session, method } });
    return { session, token, expiresAt };
  },
});

/** Asks for the second factor of a user who has one; its step ends by itself. */
export const askSecondFactor = defineAct({
  name: "identity.ask_second_factor",
  permission: "door.enter",
  input: z.object({ method: sessionMethod, providerHint: z.string().nullish() }),
  output: z.object({ step: z.string() }),
  async run(ctx, { method, providerHint }) {
    const details = { ...(providerHint && { providerHint }) };
    const step = await issueStep(ctx.tx, {
      ...{ purpose: "second_factor", user: ctx.actor.id, details, at: ctx.clock.now() },
    });
    await ctx.journal({
      object: { kind: "user", id: ctx.actor.id },
      after: { asked: "second_factor", method },
    });
    return { step };
  },
});

/** Lets in a user who has proven who she is by `method`. */
export async function enter(
  ctx: Context,
  user: UserRow,
  given: { method: "password" | "provider"; from: z.output<typeof from>; providerHint?: string },
): Promise<Entered> {
  const own = { ...ctx, actor: enteringActor(user) };
  const factor = await readAsOwner(ctx, user.id, (tx) => factorOf(tx, user.id));
  if (factor?.confirmedAt != null) {
    const { method, providerHint } = given;
    return { outcome: "second_factor", ...(await askSecondFactor(own, { method, providerHint })) };
  }
  return { outcome: "entered", user: user.id, ...(await startSession(own, given)) };
}
