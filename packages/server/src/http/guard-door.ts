// What every request meets first. Without sign-in, whoever reaches the server may act: so only this machine may reach
// it, under a name of this machine (no rebinding of a foreign name), and only its own pages may change something.
import type { FastifyInstance, FastifyRequest } from "fastify";
import { httpErrors } from "./errors.ts";

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;

/** @throws `http.not_loopback` for an address that other machines can reach. */
export function refuseForeignHost(host: string): void {
  if (!loopback.test(host)) throw httpErrors.not_loopback({ host });
}

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

export function guardDoor(app: FastifyInstance): void {
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    reply.header("x-request-id", request.id);
    if (request.url.startsWith("/api/")) reply.header("cache-control", "no-store");
    refuseForeignName(request);
    if (request.method !== "GET" && request.method !== "HEAD") refuseForeignPage(request);
  });
}

function refuseForeignName(request: FastifyRequest): void {
  const host = request.headers.host ?? "";
  if (!loopback.test(host.replace(/(?<![:[]):\d+$/, ""))) throw httpErrors.host_not_ours({ host });
}

/** A page of another origin names itself; a program that is no browser names nothing. */
function refuseForeignPage(request: FastifyRequest): void {
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (origin !== `http://${request.headers.host}`) throw httpErrors.origin_not_ours({ origin });
}
