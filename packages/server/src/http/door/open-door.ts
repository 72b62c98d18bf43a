// Finds out once a request who asks, before anything else of the API looks at it.

import { readAccounts } from "@iltizam/core/identity";
import { type Context, may } from "@iltizam/core/kernel";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { httpErrors } from "../errors.ts";
import type { DoorSettings } from "./settings.ts";
import { type Rights, type Visit, visitorOf, whoKnocks } from "./who-knocks.ts";

declare module "fastify" {
  interface FastifyRequest {
    visit: Visit | null;
  }
}

interface Opening {
  readonly context: Context;
  readonly door: DoorSettings;
  readonly rights: Rights;
}

/** Returns what gives a request its context; a visitor is asked to sign in where she would need more. */
export function openDoor(app: FastifyInstance, { context, door, rights }: Opening) {
  const atTheDoor = { ...context, actor: visitorOf(rights) };
  app.decorateRequest("visit", null);
  app.addHook("preParsing", async (request, reply) => {
    if (request.routeOptions.config.permission === undefined) return;
    request.visit = await whoKnocks(atTheDoor, door, rights, request, reply);
    await askToSignIn(atTheDoor, request.visit, request.routeOptions.config.permission);
  });
  return (request: FastifyRequest): Context => ({ ...context, actor: visitOf(request).actor });
}

/** Who asks. */
export function visitOf(request: FastifyRequest): Visit {
  if (request.visit === null) throw new Error("the door was not passed");
  return request.visit;
}

/** Before the body is read: whoever may not come in sends no files either. */
async function askToSignIn(ctx: Context, { actor }: Visit, permission: string): Promise<void> {
  if (actor.kind !== "visitor" || may(actor, permission)) return;
  const { administrators, users } = await readAccounts(ctx.db);
  throw administrators || users ? httpErrors.sign_in_needed() : httpErrors.no_administrator();
}
