// Opens an account for somebody: she chooses her password by the link that she is sent.
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { language, mailAddress, personName } from "./model.ts";
import { insertUser } from "./store.ts";

export const inviteUser = defineAct({
  name: "identity.invite_user",
  permission: "identity.manage_users",
  input: z.object({
    mail: mailAddress,
    name: personName,
    language: language.default("fr"),
    /** False when the link is handed over in another way, by `make_invitation_link`. */
    send: z.boolean().default(true),
  }),
  output: z.object({ user: z.uuid() }),
  async run(ctx, { mail, name, language, send }) {
    const id = ctx.ids.next();
    const user = { id, mail, name, language, state: "invited", demo: false } as const;
    if (!(await insertUser(ctx.tx, { ...user, recorded_at: ctx.clock.now() }))) {
      throw identityErrors.mail_taken({ mail });
    }
    await ctx.journal({ object: { kind: "user", id }, after: { name, language, state: "invited" } });
    if (send) await ctx.emit({ type: "identity.invited", objectId: id });
    return { user: id };
  },
});
