// Signing in through an identity provider: the account is the one linked to its subject, else the one with the mail
// that the provider has verified. Nobody gets an account by having one elsewhere, unless the installation says so.
import { sql } from "kysely";
import { z } from "zod";
import { type Context, defineAct, nameActor, onlyRow, systemActor } from "../kernel/index.ts";
import { readAsOwner } from "./as-owner.ts";
import { type Entered, enter } from "./enter.ts";
import { identityErrors } from "./errors.ts";
import { type From, mailAddress, personName } from "./model.ts";
import { issueStep, useStep } from "./step-tokens.ts";
import { enteringActor, insertUser, setState, type UserRow, userById, userByMail } from "./store.ts";

/** What must come back from the provider as it was sent; the token is the `state` of the way there and back. */
export interface ProviderStep {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
}

export async function beginProviderStep(
  ctx: Context,
  { nonce, verifier, returnTo }: ProviderStep,
): Promise<string> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.enter");
    const details = { nonce, verifier, returnTo };
    return issueStep(tx, { purpose: "provider", user: null, details, at: ctx.clock.now() });
  });
}

/** @throws `identity.step_over` */
export async function endProviderStep(ctx: Context, token: string): Promise<ProviderStep> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.enter");
    const { details } = await useStep(tx, token, ["provider"], ctx.clock.now());
    const { nonce = "", verifier = "", returnTo = "/" } = details;
    return { nonce, verifier, returnTo };
  });
}

export const linkProviderAccount = defineAct({
  name: "identity.link_provider_account",
  permission: "door.enter",
  input: z.object({ issuer: z.string().max(500), subject: z.string().min(1).max(500) }),
  output: z.object({}),
  async run(ctx, { issuer, subject }) {
    await sql`
      insert into provider_accounts (issuer, subject, user_id, linked_at)
      values (${issuer}, ${subject}, ${ctx.actor.id}, ${ctx.clock.now()})`.execute(ctx.tx);
    // Whoever was invited has come.
    await setState(ctx.tx, ctx.actor.id, "active");
    await ctx.journal({ object: { kind: "user", id: ctx.actor.id }, after: { linkedTo: issuer } });
    return {};
  },
});

export const openProviderAccount = defineAct({
  name: "identity.open_provider_account",
  permission: "identity.manage_users",
  input: z.object({ mail: mailAddress, name: personName }),
  output: z.object({ user: z.uuid() }),
  async run(ctx, { mail, name }) {
    const id = ctx.ids.next();
    const user = { id, mail, name, language: "fr", state: "invited", demo: false } as const;
    if (!(await insertUser(ctx.tx, { ...user, recorded_at: ctx.clock.now() })))
      throw identityErrors.mail_taken({ mail });
    await ctx.journal({ object: { kind: "user", id }, after: { name, by: "provider" } });
    return { user: id };
  },
});

export interface ProvenByProvider {
  readonly issuer: string;
  readonly subject: string;
  readonly mail: string | undefined;
  readonly mailVerified: boolean;
  readonly name: string | undefined;
  readonly from: From;
  /** Whether somebody without an account gets one, without any role. */
  readonly opensAccounts: boolean;
}

/** @throws `identity.provider_unknown_person`, also for an account that is closed */
export async function signInWithProvider(ctx: Context, proven: ProvenByProvider): Promise<Entered> {
  const { issuer, subject, from } = proven;
  const { linked } = await onlyRow(
    ctx.db,
    sql<{ linked: string | null }>`select provider_user(${issuer}, ${subject}) as linked`,
  );
  const user =
    linked === null
      ? await byVerifiedMail(ctx, proven)
      : await readAsOwner(ctx, linked, (tx) => userById(tx, linked));
  if (user === undefined || user.state === "disabled" || user.demo)
    throw identityErrors.provider_unknown_person();
  if (linked === null) {
    await linkProviderAccount({ ...ctx, actor: enteringActor(user) }, { issuer, subject });
  }
  return enter(ctx, user, { method: "provider", from, providerHint: issuer });
}

async function byVerifiedMail(ctx: Context, proven: ProvenByProvider): Promise<UserRow | undefined> {
  const { mail, mailVerified, name, opensAccounts } = proven;
  if (mail === undefined || !mailVerified) return undefined;
  const known = await userByMail(ctx.db, mail);
  if (known !== undefined || !opensAccounts) return known;
  const opened = { mail, name: name ?? mail.split("@")[0] ?? mail };
  const { user } = await openProviderAccount({ ...ctx, actor: systemActor }, opened);
  return readAsOwner(ctx, user, (tx) => userById(tx, user));
}
