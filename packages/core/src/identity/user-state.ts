// An account is closed and opened again; what it did stays recorded under its name.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { countAdministrators, keepAnAdministrator } from "./revoke-role.ts";
import { endSessions, setState, userOf } from "./store.ts";

const input = z.object({
  user: z.string().min(1).max(254),
  reason: z.string().trim().min(1).max(500).nullish(),
});

export const disableUser = defineAct({
  name: "identity.disable_user",
  permission: "identity.manage_users",
  input,
  output: z.object({ sessionsEnded: z.int() }),
  async run(ctx, { user: key, reason }) {
    await sql`select pg_advisory_xact_lock(hashtextextended('identity.administrators', 0))`.execute(ctx.tx);
    const user = await userOf(ctx.tx, key);
    if (user.id === ctx.actor.id) throw identityErrors.own_account();
    const before = await countAdministrators(ctx.tx);
    await setState(ctx.tx, user.id, "disabled");
    await keepAnAdministrator(ctx.tx, before);
    await sql`delete from step_tokens where user_id = ${user.id}`.execute(ctx.tx);
    const sessionsEnded = await endSessions(ctx.tx, user.id, ctx.clock.now());
    await ctx.journal({
      object: { kind: "user", id: user.id },
      before: { state: user.state },
      after: { state: "disabled", sessionsEnded },
      reason,
    });
    return { sessionsEnded };
  },
});

/** With the password that it had; an account that never had one is invited anew. */
export const enableUser = defineAct({
  name: "identity.enable_user",
  permission: "identity.manage_users",
  input,
  output: z.object({ state: z.enum(["active", "invited"]) }),
  async run(ctx, { user: key, reason }) {
    const user = await userOf(ctx.tx, key);
    const state = user.password_set_at === null && !user.demo ? ("invited" as const) : ("active" as const);
    await setState(ctx.tx, user.id, state);
    await ctx.journal({
      object: { kind: "user", id: user.id },
      before: { state: user.state },
      after: { state },
      reason,
    });
    return { state };
  },
});
