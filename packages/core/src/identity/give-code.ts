// The second step of signing in: a code of the application, or a recovery code. Five tries, then the password again.
import type { Context, Db } from "../kernel/index.ts";
import { asOwner, readAsOwner } from "./as-owner.ts";
import { countAttempt } from "./attempts.ts";
import { factorOf, takeCode, takeRecoveryCode } from "./codes.ts";
import { type Entered, startSession } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import type { From } from "./model.ts";
import { countTry, readStep, useStep } from "./step-tokens.ts";
import { enteringActor, type UserRow, userById } from "./store.ts";

const tries = 5;
const purpose = ["second_factor"] as const;

/** @throws `identity.code_not_recognised`, `identity.step_over`, `identity.too_many_attempts` */
export async function giveCode(
  ctx: Context,
  given: { step: string; code: string; from: From },
): Promise<Entered> {
  const { step, code, from } = given;
  const at = ctx.clock.now();
  const found = await readStep(ctx.db, step, purpose, at);
  const whose = found.user_id;
  const user = whose === null ? undefined : await readAsOwner(ctx, whose, (tx) => userById(tx, whose));
  if (user === undefined || user.state !== "active") throw identityErrors.step_over();
  const { forgive } = await countAttempt(ctx, "second_factor", user.id, from.address);
  await asOwner(ctx, user.id, (tx) => countTry(tx, step, tries, at));
  if (!(await asOwner(ctx, user.id, (tx) => isRight(ctx, tx, user, code))))
    throw identityErrors.code_not_recognised();
  await asOwner(ctx, user.id, (tx) => useStep(tx, step, purpose, at));
  const { providerHint } = found.details;
  const session = await startSession(
    { ...ctx, actor: enteringActor(user) },
    { method: "second_factor", from, providerHint },
  );
  await forgive();
  return { outcome: "entered", user: user.id, ...session };
}

async function isRight(ctx: Context, tx: Db, { id }: UserRow, code: string): Promise<boolean> {
  const factor = await factorOf(tx, id);
  if (factor?.confirmedAt == null) return false;
  if (/^[\d\s]{6,8}$/.test(code)) return takeCode(ctx, tx, factor, code);
  return takeRecoveryCode(tx, id, code, ctx.clock.now());
}
