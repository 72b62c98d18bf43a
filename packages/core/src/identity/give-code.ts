// The second step of signing in: a code of the application, or a recovery code. Five tries, then the password again.
import { type Context, nameActor } from "../kernel/index.ts";
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
  const user = found.user_id === null ? undefined : await userById(ctx.db, found.user_id);
  if (user === undefined || user.state !== "active") throw identityErrors.step_over();
  const { forgive } = await countAttempt(ctx, "second_factor", user.id, from.address);
  await inOwnTransaction(ctx, (tx) => countTry(tx, step, tries, at));
  const right = await inOwnTransaction(ctx, (tx) => isRight({ ...ctx, transaction: tx }, user, code));
  if (!right) throw identityErrors.code_not_recognised();
  await inOwnTransaction(ctx, (tx) => useStep(tx, step, purpose, at));
  const { providerHint } = found.details;
  const session = await startSession(
    { ...ctx, actor: enteringActor(user) },
    { method: "second_factor", from, providerHint },
  );
  await forgive();
  return { outcome: "entered", user: user.id, ...session };
}

type Tx = NonNullable<Context["transaction"]>;

function inOwnTransaction<T>(ctx: Context, act: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.enter");
    return act(tx);
  });
}

async function isRight(ctx: Context & { transaction: Tx }, { id }: UserRow, code: string): Promise<boolean> {
  const factor = await factorOf(ctx.transaction, id);
  if (factor?.confirmedAt == null) return false;
  if (/^[\d\s]{6,8}$/.test(code)) return takeCode(ctx, ctx.transaction, factor, code);
  return takeRecoveryCode(ctx.transaction, id, code, ctx.clock.now());
}
