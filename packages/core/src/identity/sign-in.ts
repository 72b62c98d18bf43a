// Signing in by mail and password. Nothing that is answered, and not how long it takes, tells which accounts exist.
import { z } from "zod";
import type { Context } from "../kernel/index.ts";
import { countAttempt } from "./attempts.ts";
import { type Entered, enter } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import { from, givenPassword } from "./model.ts";
import { passwordMatches } from "./passwords.ts";
import { userByMail } from "./store.ts";

/** Any text is looked up: a mail that is none is refused like one that nobody has. */
export const credentials = z.object({ mail: z.string().max(300), password: givenPassword, from });

/**
 * Judges a mail and a password and lets their owner in. No act by itself: what it refuses must stay counted.
 * @throws `identity.not_recognised` for whatever reason, `identity.too_many_attempts`
 */
export async function signIn(ctx: Context, given: z.output<typeof credentials>): Promise<Entered> {
  const { mail, password, from } = given;
  const { forgive } = await countAttempt(ctx, "sign_in", mail, from.address);
  const user = await userByMail(ctx.db, mail);
  const matches = await passwordMatches(user?.state === "active" ? user.password_hash : null, password);
  if (!matches || user === undefined) throw identityErrors.not_recognised();
  const answer = await enter(ctx, user, { method: "password", from });
  await forgive();
  return answer;
}
