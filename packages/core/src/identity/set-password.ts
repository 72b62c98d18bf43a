// A password by the link of an invitation or of a reset, and a new one in place of one's own.
import { z } from "zod";
import { type Context, defineAct, defineQuery } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { givenPassword, tokenText } from "./model.ts";
import { hashPassword, passwordMatches, refuseWeakPassword } from "./passwords.ts";
import { readStep, useStep } from "./step-tokens.ts";
import {
  endSessions,
  renewSessions,
  setPasswordHash,
  setState,
  type UserRow,
  userById,
  userOf,
} from "./store.ts";

const links = ["invitation", "reset"] as const;

async function ownerOf(ctx: Context, user: string | null): Promise<UserRow> {
  const found = user === null ? undefined : await userById(ctx.transaction ?? ctx.db, user);
  if (found === undefined || found.state === "disabled") throw identityErrors.step_over();
  return found;
}

/** For whom a link sets a password, so that the screen can greet her before she types. */
export const readPasswordLink = defineQuery({
  name: "identity.read_password_link",
  permission: "identity.enter",
  input: z.object({ token: tokenText }),
  output: z.object({ purpose: z.enum(links), mail: z.string(), name: z.string() }),
  async run(ctx, { token }) {
    const step = await readStep(ctx.tx, token, links, ctx.clock.now());
    const { mail, name } = await ownerOf(ctx, step.user_id);
    const purpose = step.purpose === "reset" ? ("reset" as const) : ("invitation" as const);
    return { purpose, mail, name };
  },
});

/** @throws `identity.step_over`, `identity.password_…`: the link still holds when the password was too weak */
export const setPassword = defineAct({
  name: "identity.set_password",
  permission: "identity.enter",
  input: z.object({ token: tokenText, password: givenPassword }),
  output: z.object({ mail: z.string() }),
  async run(ctx, { token, password }) {
    const at = ctx.clock.now();
    const step = await readStep(ctx.tx, token, links, at);
    const user = await ownerOf(ctx, step.user_id);
    refuseWeakPassword(password, [user.mail, user.name]);
    await useStep(ctx.tx, token, links, at);
    await setPasswordHash(ctx.tx, user.id, await hashPassword(password), at);
    if (user.state === "invited") await setState(ctx.tx, user.id, "active");
    const ended = await endSessions(ctx.tx, user.id, at);
    await ctx.journal({
      object: { kind: "user", id: user.id },
      after: { password: "set", by: step.purpose, sessionsEnded: ended },
    });
    return { mail: user.mail };
  },
});

/** One's own password for a new one; every other session of hers ends, and this one goes on under a new token. */
export const changePassword = defineAct({
  name: "identity.change_password",
  permission: "identity.own_account",
  input: z.object({ password: givenPassword, newPassword: givenPassword, session: z.uuid().optional() }),
  output: z.object({ sessionsEnded: z.int() }),
  async run(ctx, { password, newPassword, session }) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    if (user.password_hash === null) throw identityErrors.no_password();
    if (!(await passwordMatches(user.password_hash, password))) throw identityErrors.password_wrong();
    refuseWeakPassword(newPassword, [user.mail, user.name]);
    const at = ctx.clock.now();
    await setPasswordHash(ctx.tx, user.id, await hashPassword(newPassword), at);
    const sessionsEnded = await endSessions(ctx.tx, user.id, at, session);
    await renewSessions(ctx.tx, user.id);
    await ctx.journal({
      object: { kind: "user", id: user.id },
      after: { password: "changed", sessionsEnded },
    });
    return { sessionsEnded };
  },
});
