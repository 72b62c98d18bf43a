// The accounts of the demo: one for each role, chosen and never signed in to.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, defineAct, defineQuery, rows } from "../kernel/index.ts";
import { readAsOwner } from "./as-owner.ts";
import { startSession } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import { type from, language, mailAddress, personName, role } from "./model.ts";
import { enteringActor, insertUser, userById } from "./store.ts";

export const openDemoAccount = defineAct({
  name: "identity.open_demo_account",
  permission: "identity.manage_users",
  input: z.object({ mail: mailAddress, name: personName, language: language.default("fr") }),
  output: z.object({ user: z.uuid() }),
  async run(ctx, { mail, name, language }) {
    const id = ctx.ids.next();
    const user = {
      id,
      mail,
      name,
      language,
      state: "active",
      demo: true,
      recorded_at: ctx.clock.now(),
    } as const;
    if (!(await insertUser(ctx.tx, user))) throw identityErrors.mail_taken({ mail });
    await ctx.journal({ object: { kind: "user", id }, after: { name, demo: true } });
    return { user: id };
  },
});

const demoAccount = z.object({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(role),
  /** Where the first of the roles holds, by name; null for everywhere. */
  where: z.object({ fr: z.string(), ar: z.string().nullable(), en: z.string().nullable() }).nullable(),
});

export const listDemoAccounts = defineQuery({
  name: "identity.list_demo_accounts",
  permission: "door.enter",
  input: z.object({}),
  output: z.array(demoAccount),
  run: (ctx) =>
    rows(
      ctx.tx,
      sql<z.output<typeof demoAccount>>`
        select id, name, roles, place as where from demo_accounts()`,
    ),
});

/** Enters as an account of the demo. @throws `identity.demo_only` for any other */
export async function chooseDemoAccount(ctx: Context, given: { user: string; from: z.output<typeof from> }) {
  const user = await readAsOwner(ctx, given.user, (tx) => userById(tx, given.user));
  if (user === undefined || !user.demo || user.state !== "active") throw identityErrors.demo_only();
  const own = { ...ctx, actor: enteringActor(user) };
  return startSession(own, { method: "demo", from: given.from });
}
