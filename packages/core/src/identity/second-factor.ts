// One's own second factor: added with a first code, with recovery codes beside it, and removed with the password.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, defineQuery, firstRow, onlyRow } from "../kernel/index.ts";
import { factorOf, keepRecoveryCodes, newRecoveryCodes, newSecret, takeCode, totpOf } from "./codes.ts";
import { identityErrors } from "./errors.ts";
import { givenPassword } from "./model.ts";
import { openSecret, sealSecret } from "./seal-secret.ts";
import { isPasswordOf, renewSessions, userOf } from "./store.ts";

export const givenCode = z.string().trim().min(6).max(40);
const recoveryCodes = z.array(z.string());

export const readOwnAccount = defineQuery({
  name: "identity.read_own_account",
  permission: "door.own_account",
  input: z.object({}),
  output: z.object({
    mail: z.string(),
    name: z.string(),
    hasPassword: z.boolean(),
    secondFactor: z.boolean(),
    recoveryCodesLeft: z.int(),
  }),
  async run(ctx) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    const factor = await factorOf(ctx.tx, user.id);
    const { left } = await onlyRow(
      ctx.tx,
      sql<{ left: number }>`
        select count(*) as left from recovery_codes where user_id = ${user.id} and used_at is null`,
    );
    const secondFactor = factor?.confirmedAt != null;
    const { mail, name, password_set_at } = user;
    return { mail, name, hasPassword: password_set_at !== null, secondFactor, recoveryCodesLeft: left };
  },
});

/** A new secret for the application; it counts once a code of it was given. */
export const beginSecondFactor = defineAct({
  name: "identity.begin_second_factor",
  permission: "door.own_account",
  input: z.object({}),
  output: z.object({ secret: z.string(), address: z.string() }),
  async run(ctx) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    if ((await factorOf(ctx.tx, user.id))?.confirmedAt != null) throw identityErrors.factor_present();
    const secret = newSecret();
    const { sealed, keyNumber } = sealSecret(ctx.keys, user.id, secret);
    await sql`
      insert into second_factors (user_id, sealed_secret, key_number, recorded_at)
      values (${user.id}, ${sealed}, ${keyNumber}, ${ctx.clock.now()})
      on conflict (user_id) do update set sealed_secret = excluded.sealed_secret, key_number = excluded.key_number,
                                          recorded_at = excluded.recorded_at, last_step = 0`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "user", id: user.id }, after: { secondFactor: "begun" } });
    return {
      secret,
      address: totpOf(openSecret(ctx.keys, user.id, { sealed, keyNumber }), user.mail).toString(),
    };
  },
});

/** @throws `identity.code_not_recognised`, `identity.factor_missing` */
export const confirmSecondFactor = defineAct({
  name: "identity.confirm_second_factor",
  permission: "door.own_account",
  input: z.object({ code: givenCode }),
  output: z.object({ recoveryCodes }),
  async run(ctx, { code }) {
    const factor = await factorOf(ctx.tx, ctx.actor.id);
    if (factor === undefined) throw identityErrors.factor_missing();
    if (factor.confirmedAt !== null) throw identityErrors.factor_present();
    if (!(await takeCode(ctx, ctx.tx, factor, code))) throw identityErrors.code_not_recognised();
    await sql`update second_factors set confirmed_at = ${ctx.clock.now()}
              where user_id = ${ctx.actor.id}`.execute(ctx.tx);
    const codes = newRecoveryCodes();
    await keepRecoveryCodes(ctx.tx, ctx.actor.id, codes);
    await renewSessions(ctx.tx, ctx.actor.id);
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { secondFactor: "in use" } });
    return { recoveryCodes: codes };
  },
});

const proof = z.object({ password: givenPassword });

export const removeSecondFactor = defineAct({
  name: "identity.remove_second_factor",
  permission: "door.own_account",
  input: proof,
  output: z.object({}),
  async run(ctx, { password }) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    if (!(await isPasswordOf(ctx.tx, user.id, password))) throw identityErrors.password_wrong();
    const removed = await firstRow(
      ctx.tx,
      sql`delete from second_factors where user_id = ${user.id} returning user_id`,
    );
    if (removed === undefined) throw identityErrors.factor_missing();
    await keepRecoveryCodes(ctx.tx, user.id, []);
    await renewSessions(ctx.tx, user.id);
    await ctx.journal({ object: { kind: "user", id: user.id }, after: { secondFactor: "removed" } });
    return {};
  },
});

/** New recovery codes; the former ones are over. */
export const renewRecoveryCodes = defineAct({
  name: "identity.renew_recovery_codes",
  permission: "door.own_account",
  input: proof,
  output: z.object({ recoveryCodes }),
  async run(ctx, { password }) {
    const user = await userOf(ctx.tx, ctx.actor.id);
    if (!(await isPasswordOf(ctx.tx, user.id, password))) throw identityErrors.password_wrong();
    if ((await factorOf(ctx.tx, user.id))?.confirmedAt == null) throw identityErrors.factor_missing();
    const codes = newRecoveryCodes();
    await keepRecoveryCodes(ctx.tx, user.id, codes);
    await ctx.journal({ object: { kind: "user", id: user.id }, after: { recoveryCodes: "renewed" } });
    return { recoveryCodes: codes };
  },
});

/** For somebody who lost her application and her codes: whoever administers has seen that it is she. */
export const dropSecondFactor = defineAct({
  name: "identity.drop_second_factor",
  permission: "identity.manage_users",
  input: z.object({ user: z.string().min(1).max(254), reason: z.string().trim().min(1).max(500) }),
  output: z.object({}),
  async run(ctx, { user: key, reason }) {
    const user = await userOf(ctx.tx, key);
    await sql`delete from second_factors where user_id = ${user.id}`.execute(ctx.tx);
    await keepRecoveryCodes(ctx.tx, user.id, []);
    await ctx.journal({ object: { kind: "user", id: user.id }, after: { secondFactor: "dropped" }, reason });
    return {};
  },
});
