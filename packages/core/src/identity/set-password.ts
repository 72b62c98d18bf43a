// A password by the link of an invitation or of a reset, and a new one in place of one's own.
import { z } from "zod";
import { defineAct, defineQuery, type QueryContext } from "../kernel/index.ts";
import { onAsOwner } from "./as-owner.ts";
import { identityErrors } from "./errors.ts";
import { givenPassword, tokenText } from "./model.ts";
import { hashPassword, refuseWeakPassword } from "./passwords.ts";
import { readStep, useStep } from "./step-tokens.ts";
import {
  endSessions,
  isPasswordOf,
  renewSessions,
  setPasswordHash,
  setState,
  type UserRow,
  userById,
  userOf,
} from "./store.ts";

const links = ["invitation", "reset"] as const;

/** Whose link it is, found as herself: the token was right. */
async function ownerOf({ tx, actor }: QueryContext, user: string | null): Promise<UserRow> {
  const found = user === null ? undefined : await onAsOwner(tx, actor, user, () => userById(tx, user));
  if (found === undefined || found.state === "disabled") throw identityErrors.step_over();
  return found;
}

/** For whom a link sets a password, so that the screen can greet her before she types. */
export const readPasswordLink = defineQuery({
  name: "identity.read_password_link",
  permission: "door.enter",
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
  permission: "door.enter",
  input: z.object({ token: tokenText, password: givenPassword }),
  output: z.object({ mail: z.string() }),
  async run(ctx, { token, password }) {
    const at = ctx.clock.now();
    const step = await readStep(ctx.tx, token, links, at);
    const user = await ownerOf(ctx, step.user_id);
    refuseWeakPassword(password, [user.mail, user.name]);
    await useStep(ctx.tx, token, links, at);
    const hash = await hashPassword(password);
    const ended = await onAsOwner(ctx.tx, ctx.actor, user.id, async () => {
      await setPasswordHash(ctx.tx, user.id, hash, at);
      if (user.state === "invited") await setState(ctx.tx, user.id, "active");
      return endSessions(ctx.tx, user.id, at);
    });
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
  permission: "door.own_account",
  input: z.object({ password: givenPassword, newPassword: givenPassword, session: z.uuid().optional() }),
  output: z.object({ sessionsEnded: z.int() }),
  async run(ctx, { password, newPassword, session }) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    if (user.password_set_at === null) throw identityErrors.no_password();
    if (!(await isPasswordOf(ctx.tx, user.id, password))) throw identityErrors.password_wrong();
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
