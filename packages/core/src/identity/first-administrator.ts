// The first administrator comes from the terminal of the machine, never from a default password. When nobody who can
// sign in administers any more, the terminal opens the way again.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, onlyRow } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { grantRole } from "./grant-role.ts";
import { givenPassword, language, mailAddress, personName } from "./model.ts";
import { hashPassword, refuseWeakPassword } from "./passwords.ts";
import { issueStep } from "./step-tokens.ts";
import { insertUser, setPasswordHash, setState, userByMail } from "./store.ts";

/** Whether somebody can sign in, and whether somebody administers; accounts of the demo are nobody. */
export function readAccounts(db: Db): Promise<{ users: boolean; administrators: boolean }> {
  return onlyRow(
    db,
    sql<{ users: boolean; administrators: boolean }>`
      select somebody_signs_in() as users, count_administrators() > 0 as administrators`,
  );
}

export const createAdministrator = defineAct({
  name: "identity.create_administrator",
  permission: "identity.manage_users",
  input: z.object({
    mail: mailAddress,
    name: personName,
    language: language.default("fr"),
    /** Without one, a link to set it is given back. */
    password: givenPassword.optional(),
  }),
  output: z.object({ user: z.uuid(), token: z.string().nullable() }),
  async run(ctx, { mail, name, language, password }) {
    const at = ctx.clock.now();
    const known = await userByMail(ctx.tx, mail);
    if (known?.state === "active") throw identityErrors.mail_taken({ mail });
    if (password !== undefined) refuseWeakPassword(password, [mail, name]);
    const id = known?.id ?? ctx.ids.next();
    if (known === undefined) {
      await insertUser(ctx.tx, { id, mail, name, language, state: "invited", demo: false, recorded_at: at });
    }
    if (password !== undefined) {
      await setPasswordHash(ctx.tx, id, await hashPassword(password), at);
      await setState(ctx.tx, id, "active");
    }
    const token =
      password === undefined ? await issueStep(ctx.tx, { purpose: "invitation", user: id, at }) : null;
    await ctx.journal({
      object: { kind: "user", id },
      after: { name, administrator: true, by: token ? "link" : "password" },
    });
    await grantRole(ctx, { user: id, role: "R13" });
    return { user: id, token };
  },
});
