import type { From } from "@iltizam/core/identity";
import type { FastifyRequest } from "fastify";
import { deviceOf } from "./device-of.ts";

/** From where a request comes; behind a proxy that is trusted, from where it says. */
export function fromOf(request: FastifyRequest): From {
  return { address: request.ip, device: deviceOf(request.headers["user-agent"]) };
}
