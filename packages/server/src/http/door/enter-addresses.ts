// Coming in and going out: password, second factor, one-time link, signing out.
import { endSession, giveCode, openLink, signIn, tokenText } from "@iltizam/core/identity";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { giveSession, takeSession } from "./cookies.ts";
import { doorAddress } from "./door-address.ts";
import { fromOf } from "./from-of.ts";
import { visitOf } from "./open-door.ts";
import { originOf } from "./origin-of.ts";
import { wayToSignOut } from "./provider.ts";
import { letIn } from "./replace-session.ts";
import type { Door } from "./settings.ts";

const outcome = z.object({
  outcome: z.enum(["entered", "second_factor"]),
  /** What to send back with the code. */
  step: z.string().nullable(),
});

const entering = { method: "POST", permission: "door.enter" } as const;

export const enterAddresses = (door: Door) => [
  doorAddress({
    ...{ ...entering, path: "/sign-in", summary: "Sign in by mail and password" },
    input: z.object({ mail: z.string().min(1).max(300), password: z.string().min(1).max(1000) }),
    output: outcome,
    run: async (ctx, { mail, password }, http) =>
      letIn(ctx, http, door.settings, await signIn(ctx, { mail, password, from: fromOf(http.request) })),
  }),
  doorAddress({
    ...{ ...entering, path: "/sign-in/second-factor", summary: "The code that follows the password" },
    input: z.object({ step: tokenText, code: z.string().min(4).max(40) }),
    output: outcome,
    run: async (ctx, { step, code }, http) =>
      letIn(ctx, http, door.settings, await giveCode(ctx, { step, code, from: fromOf(http.request) })),
  }),
  doorAddress({
    ...{ ...entering, path: "/access-links", summary: "Open a one-time link" },
    input: z.object({ token: tokenText }),
    output: z.object({ objectKind: z.string(), objectId: z.uuid() }),
    async run(ctx, { token }, { request, reply }) {
      const session = visitOf(request).session?.id ?? null;
      const { opened, objectKind, objectId } = await openLink(ctx, { token, from: fromOf(request), session });
      if (opened !== null) giveSession(reply, door.settings, opened);
      return { objectKind, objectId };
    },
  }),
  doorAddress({
    ...{ ...entering, path: "/sign-out", summary: "End this session" },
    input: z.object({}),
    output: z.object({ next: z.string().nullable() }),
    run: async (ctx, _input, { request, reply }) => {
      const { session } = visitOf(request);
      takeSession(reply, door.settings);
      if (session === undefined || session.user === null) return { next: null };
      const { providerHint } = await endSession(ctx, { session: session.id });
      return { next: providerHint === null ? null : await leaveProvider(door, request) };
    },
  }),
];

/** A provider that is away keeps nobody from going. */
async function leaveProvider({ provider, settings }: Door, request: FastifyRequest): Promise<string | null> {
  if (provider === undefined) return null;
  return wayToSignOut(provider, `${originOf(request, settings)}/sign-in`).catch(() => null);
}
