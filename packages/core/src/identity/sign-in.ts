// Signing in by mail and password. Nothing that is answered, and not how long it takes, tells which accounts exist.
import { z } from "zod";
import type { Context } from "../kernel/index.ts";
import { readAsOwner } from "./as-owner.ts";
import { countAttempt } from "./attempts.ts";
import { type Entered, enter } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import { from, givenPassword } from "./model.ts";
import { passwordMatches } from "./passwords.ts";
import { passwordHashOf, userByMail } from "./store.ts";

/** Whose password is looked for where there is none: it takes as long. */
const nobody = "00000000-0000-4000-8000-000000000000";

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
  const whose = user?.state === "active" ? user.id : nobody;
  const hash = await readAsOwner(ctx, whose, (tx) => passwordHashOf(tx, whose));
  const matches = await passwordMatches(hash, password);
  if (!matches || user === undefined) throw identityErrors.not_recognised();
  const answer = await enter(ctx, user, { method: "password", from });
  await forgive();
  return answer;
}
