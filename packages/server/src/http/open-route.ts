// An address that anybody may call without an account: as nobody in particular, and a few times in a while.
import { createHmac, randomBytes } from "node:crypto";
import type { Actor, Context } from "@iltizam/core/kernel";
import type { FastifyRequest } from "fastify";
import { httpErrors } from "./errors.ts";

/** Holds the right to one act and nothing else; two people who call are the same nobody. */
export function anybodyWith(permission: string): Actor {
  return {
    id: "00000000-0000-7000-8000-000000000003",
    kind: "visitor",
    label: "anybody",
    grants: [{ permissions: [permission] }],
  };
}

const window = 10 * 60_000;
const times = 20;

/**
 * Counts calls by address. An address is kept for ten minutes at most, as a hash under a secret of this process: nothing
 * of it is written anywhere. @throws `http.too_often`
 */
export function createThrottle(now: () => number = Date.now): (address: string) => void {
  const secret = randomBytes(32);
  const calls = new Map<string, { count: number; until: number }>();
  return (address) => {
    const at = now();
    for (const [key, { until }] of calls) if (until <= at) calls.delete(key);
    const key = createHmac("sha256", secret).update(address).digest("base64url");
    const { count, until } = calls.get(key) ?? { count: 0, until: at + window };
    if (count >= times) throw httpErrors.too_often({ minutes: Math.ceil((until - at) / 60_000) });
    calls.set(key, { count: count + 1, until });
  };
}

const throttle = createThrottle();

/** What an open address is given. @throws `http.too_often` */
export function openContextFor(request: FastifyRequest, context: Context, permission: string): Context {
  throttle(request.ip);
  return { ...context, actor: anybodyWith(permission) };
}
