// What every request meets first: the headers of every answer, the names under which this installation is reached, and
// that only its own pages may change something (no rebinding of a foreign name, no form of a foreign page).
import type { FastifyInstance, FastifyRequest } from "fastify";
import { sessionToken } from "./door/cookies.ts";
import type { DoorSettings } from "./door/settings.ts";
import { httpErrors } from "./errors.ts";
import { isLoopback, isLoopbackAddress } from "./loopback.ts";

const securityHeaders = {
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
};

/** A year: a browser that came once by https does not come otherwise. */
const strictTransport = "max-age=31536000";

export function guardDoor(app: FastifyInstance, settings: DoorSettings): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    if (settings.origin !== undefined) reply.header("strict-transport-security", strictTransport);
    reply.header("x-request-id", request.id);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    refuseForeignName(request, settings);
    if (request.method !== "GET" && request.method !== "HEAD") refuseForeignPage(request, settings);
  });
}

const nameIn = (host: string) => host.replace(/(?<![:[]):\d+$/, "");

function refuseForeignName(request: FastifyRequest, { origin }: DoorSettings): void {
  const host = request.headers.host ?? "";
  if (origin === undefined) {
    if (!isLoopback(nameIn(host))) throw httpErrors.host_not_ours({ host });
    return;
  }
  // The probes of the machine itself ask by its own name; everybody else by the public one, through the proxy.
  if (isLoopback(nameIn(host)) && isLoopbackAddress(request.ip)) return;
  if (host !== new URL(origin).host) throw httpErrors.host_not_ours({ host });
  if (request.protocol !== "https") throw httpErrors.https_needed({ origin });
}

/**
 * A page of another origin names itself, in one header or the other. A program that is no browser names nothing: it may
 * act with a key, never with the cookie that a browser holds.
 */
function refuseForeignPage(request: FastifyRequest, settings: DoorSettings): void {
  const { origin, host } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") {
    throw httpErrors.origin_not_ours({ origin: origin ?? String(site) });
  }
  if (origin !== undefined && origin !== (settings.origin ?? `http://${host}`)) {
    throw httpErrors.origin_not_ours({ origin });
  }
  const named = origin !== undefined || site !== undefined;
  if (!named && sessionToken(request, settings) !== undefined) throw httpErrors.origin_missing();
}
