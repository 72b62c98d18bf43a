// A browser holds one session: coming in anew ends the one that it had.
import { type Entered, endSession } from "@iltizam/core/identity";
import type { Context } from "@iltizam/core/kernel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { giveSession } from "./cookies.ts";
import { visitOf } from "./open-door.ts";
import type { DoorSettings } from "./settings.ts";

interface Http {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Gives the browser its new session in place of the former one. */
export async function replaceSession(
  ctx: Context,
  { request, reply }: Http,
  settings: DoorSettings,
  session: { readonly token: string; readonly expiresAt: Date },
): Promise<void> {
  giveSession(reply, settings, session);
  const former = visitOf(request).session;
  if (former?.user) await endSession(ctx, { session: former.id });
}

export interface Outcome {
  readonly outcome: "entered" | "second_factor";
  /** What to send back with the code. */
  readonly step: string | null;
}

/** The token of a session goes into the cookie; the answer does not hold it. */
export async function letIn(
  ctx: Context,
  http: Http,
  settings: DoorSettings,
  answer: Entered,
): Promise<Outcome> {
  if (answer.outcome === "second_factor") return { outcome: "second_factor", step: answer.step };
  await replaceSession(ctx, http, settings, answer);
  return { outcome: "entered", step: null };
}
