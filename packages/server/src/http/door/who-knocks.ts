// Who acts through HTTP: a machine by its key, a person by her session, whoever opened a link, or anybody. In the demo,
// as long as nobody can sign in, whoever sits at this machine may do everything.

import {
  type KnownSession,
  knownKey,
  knownSession,
  ownPermissions,
  readAccounts,
} from "@iltizam/core/identity";
import { type Actor, actorOf, type Context, type Grant } from "@iltizam/core/kernel";
import type { FastifyReply, FastifyRequest } from "fastify";
import { httpErrors } from "../errors.ts";
import type { Gathered } from "../gather-core.ts";
import { giveSession, sessionToken } from "./cookies.ts";
import type { DoorSettings } from "./settings.ts";

export interface Visit {
  readonly actor: Actor;
  readonly session: KnownSession | undefined;
}

export const localOperator: Actor = {
  id: "00000000-0000-7000-8000-000000000002",
  kind: "user",
  label: "local operator",
  grants: [{ permissions: ["*"] }],
};

export type Rights = Pick<Gathered, "permissions" | "publicPermissions" | "linkPermissions">;

/** Anybody: she may sign in, and what is open to all. */
export const visitorOf = ({ publicPermissions = [] }: Rights): Actor => ({
  id: "00000000-0000-7000-8000-000000000003",
  kind: "visitor",
  label: "visitor",
  grants: [{ permissions: publicPermissions, own: true }],
});

/** The one who asks, by what the request carries. @throws `http.key_not_recognised` */
export async function whoKnocks(
  ctx: Context,
  settings: DoorSettings,
  rights: Rights,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const { authorization } = request.headers;
  if (authorization !== undefined)
    return { actor: await machineOf(ctx, rights, authorization), session: undefined };
  const token = sessionToken(request, settings);
  if (token !== undefined) {
    const session = await knownSession(ctx, token, request.ip);
    if (session !== undefined) {
      const { newToken, expiresAt } = session;
      if (newToken !== undefined) giveSession(reply, settings, { token: newToken, expiresAt });
      return { actor: actorOfSession(session, rights), session };
    }
    // A cookie whose session is over is left alone: an answer that took it away could arrive after the one that gave
    // the next session, and take that.
  }
  const alone = settings.demo && settings.origin === undefined && !(await readAccounts(ctx.db)).users;
  return { actor: alone ? localOperator : visitorOf(rights), session: undefined };
}

async function machineOf(ctx: Context, { permissions }: Rights, header: string): Promise<Actor> {
  const [, key] = /^Bearer ([\w-]{20,200})$/i.exec(header) ?? [];
  const known = key === undefined ? undefined : await knownKey(ctx, key);
  if (known === undefined) throw httpErrors.key_not_recognised();
  const { id, name, roles } = known;
  return actorOf({ id, kind: "machine", label: name }, roles, permissions);
}

function actorOfSession({ user, link, roles }: KnownSession, rights: Rights): Actor {
  if (user !== null) {
    const { id, name } = user;
    const actor = actorOf({ id, kind: "user", label: name }, roles, rights.permissions);
    const own = [...ownPermissions, ...(rights.publicPermissions ?? [])];
    return { ...actor, grants: [...actor.grants, { permissions: own, own: true }] };
  }
  if (link === null) throw new Error("a session belongs to a user or to a link");
  const grants: Grant[] = [
    { permissions: rights.linkPermissions?.[link.objectKind] ?? [], organisation: link.organisation },
    { permissions: rights.publicPermissions ?? [], own: true },
  ];
  return { id: link.id, kind: "link", label: link.label, grants };
}
