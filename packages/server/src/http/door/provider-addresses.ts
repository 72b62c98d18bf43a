// The way to the identity provider and back: two addresses that a browser follows, no page of ours between them.
import {
  beginProviderStep,
  endProviderStep,
  identityErrors,
  signInWithProvider,
} from "@iltizam/core/identity";
import { type Context, DomainError } from "@iltizam/core/kernel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { httpErrors } from "../errors.ts";
import { doorAddress } from "./door-address.ts";
import { fromOf } from "./from-of.ts";
import { originOf } from "./origin-of.ts";
import { type Proof, type Provider, wayBack, wayOut } from "./provider.ts";
import { letIn } from "./replace-session.ts";
import type { Door, DoorSettings } from "./settings.ts";

const entering = {
  method: "GET",
  permission: "door.enter",
  output: z.object({}),
  redirects: true,
} as const;
const returnPath = "/api/v1/sign-in/provider/return";

/** The cookie that binds the way back to the browser that went. */
const stepCookie = ({ origin }: DoorSettings) =>
  origin === undefined ? "iltizam-provider" : "__Host-iltizam-provider";
const cookieShape = ({ origin }: DoorSettings) =>
  ({ path: "/", httpOnly: true, sameSite: "lax", secure: origin !== undefined, maxAge: 600 }) as const;

export const providerAddresses = (door: Door) => [
  doorAddress({
    ...{ ...entering, path: "/sign-in/provider", summary: "Go to the identity provider" },
    input: z.object({ returnTo: z.string().max(500).optional() }),
    async run(ctx, { returnTo = "/" }, { request, reply }) {
      const { provider, settings } = withProvider(door);
      const way = await wayOut(provider, originOf(request, settings) + returnPath);
      const { nonce, verifier } = way;
      const state = await beginProviderStep(ctx, { nonce, verifier, returnTo: ownPath(returnTo) });
      reply.setCookie(stepCookie(settings), state, cookieShape(settings));
      return reply.redirect(way.addressWith(state).href);
    },
  }),
  doorAddress({
    ...{ ...entering, path: "/sign-in/provider/return", summary: "Come back from the identity provider" },
    input: z.looseObject({}),
    async run(ctx, _input, { request, reply }) {
      const { provider, settings } = withProvider(door);
      const address = new URL(request.url, originOf(request, settings));
      const state = address.searchParams.get("state") ?? "";
      const bound = request.cookies[stepCookie(settings)];
      reply.clearCookie(stepCookie(settings), cookieShape(settings));
      if (state === "" || bound !== state) return back(reply, identityErrors.step_over());
      try {
        const { nonce, verifier, returnTo } = await endProviderStep(ctx, state);
        const proof = await proofOf(request, provider, address, { state, nonce, verifier });
        return await admit(ctx, { reply, request }, { provider, settings }, proof, returnTo);
      } catch (error) {
        if (error instanceof DomainError) return back(reply, error);
        throw error;
      }
    },
  }),
];

function withProvider({ provider, settings }: Door): { provider: Provider; settings: DoorSettings } {
  if (provider === undefined) throw httpErrors.address_unknown({ path: "/api/v1/sign-in/provider" });
  return { provider, settings };
}

/** Only a path of this installation is returned to. */
const ownPath = (path: string) => (/^\/(?![/\\])[^\\\s]*$/.test(path) ? path : "/");

/** The screen of signing in says what was refused. */
const back = (reply: FastifyReply, error: DomainError) =>
  reply.redirect(`/sign-in?refused=${encodeURIComponent(error.code)}`);

/** What a provider answers wrongly is one refusal here; the log tells which. */
async function proofOf(
  request: FastifyRequest,
  provider: Provider,
  address: URL,
  expected: Parameters<typeof wayBack>[2],
): Promise<Proof> {
  try {
    return await wayBack(provider, address, expected);
  } catch (error) {
    const { name, code } = error as { name?: string; code?: string };
    request.log.warn({ id: request.id, error: name, code }, "the identity provider's answer was refused");
    throw identityErrors.provider_refused();
  }
}

async function admit(
  ctx: Context,
  { reply, request }: { reply: FastifyReply; request: FastifyRequest },
  { provider, settings }: { provider: Provider; settings: DoorSettings },
  proof: Proof,
  returnTo: string,
) {
  const { opensAccounts } = provider;
  const answer = await signInWithProvider(ctx, { ...proof, opensAccounts, from: fromOf(request) });
  const { outcome, step } = await letIn(ctx, { request, reply }, settings, answer);
  if (outcome === "entered") return reply.redirect(returnTo);
  // In the fragment, which no server and no log is sent.
  return reply.redirect(`/sign-in?returnTo=${encodeURIComponent(returnTo)}#${step}`);
}
