// The one cookie of a session. Under https its name binds it to this host and this path.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DoorSettings } from "./settings.ts";

const nameOf = (settings: DoorSettings) =>
  settings.origin === undefined ? "iltizam-session" : "__Host-iltizam-session";

const shape = (settings: DoorSettings) => ({
  path: "/",
  httpOnly: true,
  sameSite: "lax" as const,
  secure: settings.origin !== undefined,
});

export function sessionToken(request: FastifyRequest, settings: DoorSettings): string | undefined {
  return request.cookies[nameOf(settings)];
}

export function giveSession(
  reply: FastifyReply,
  settings: DoorSettings,
  { token, expiresAt }: { readonly token: string; readonly expiresAt: Date },
): void {
  reply.setCookie(nameOf(settings), token, { ...shape(settings), expires: expiresAt });
}

export function takeSession(reply: FastifyReply, settings: DoorSettings): void {
  reply.clearCookie(nameOf(settings), shape(settings));
}
