// A new password by mail. Whoever asks is told the same and waits as long, whether the account exists or not: what was
// asked is queued either way, and looked up when the mail is made.
import { z } from "zod";
import { type Context, defineAct } from "../kernel/index.ts";
import { countAttempt } from "./attempts.ts";
import { foldMail, type from, language } from "./model.ts";
import { hashToken } from "./secrets.ts";
import { issueStep } from "./step-tokens.ts";
import { userByMail } from "./store.ts";

export const queueReset = defineAct({
  name: "identity.ask_reset",
  permission: "door.enter",
  input: z.object({ mail: z.string().max(300), language }),
  output: z.object({}),
  async run(ctx, { mail, language }) {
    // The journal keeps no mail: who may read it need not learn who tried which.
    const id = hashToken(foldMail(mail)).toString("hex").slice(0, 32);
    await ctx.journal({ object: { kind: "reset", id }, after: { language } });
    await ctx.emit({
      type: "identity.reset_asked",
      objectId: id,
      payload: { mail: mail.slice(0, 254), language },
    });
    return {};
  },
});

/** @throws `identity.too_many_attempts` */
export async function askReset(
  ctx: Context,
  given: { mail: string; language: z.output<typeof language>; from: z.output<typeof from> },
): Promise<void> {
  await countAttempt(ctx, "reset", given.mail, given.from.address);
  await queueReset(ctx, { mail: given.mail, language: given.language });
}

/** The link of the mail, made when the mail is: null when there is nobody to write to. */
export const makeResetLink = defineAct({
  name: "identity.make_reset_link",
  permission: "identity.manage_users",
  input: z.object({ mail: z.string().max(300) }),
  output: z.object({
    found: z
      .object({
        token: z.string(),
        purpose: z.enum(["reset", "invitation"]),
        mail: z.string(),
        name: z.string(),
        language,
      })
      .nullable(),
  }),
  async run(ctx, { mail: given }) {
    const user = await userByMail(ctx.tx, given);
    if (user === undefined || user.state === "disabled" || user.demo) {
      await ctx.journal({ object: { kind: "reset", id: "nobody" } });
      return { found: null };
    }
    const purpose = user.state === "invited" ? ("invitation" as const) : ("reset" as const);
    const token = await issueStep(ctx.tx, { purpose, user: user.id, at: ctx.clock.now() });
    await ctx.journal({ object: { kind: "user", id: user.id }, after: { link: purpose } });
    const { mail, name, language } = user;
    return { found: { token, purpose, mail, name, language } };
  },
});
