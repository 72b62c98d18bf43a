import type { FastifyRequest } from "fastify";
import type { DoorSettings } from "./settings.ts";

/** The address under which the asker reaches this installation. */
export function originOf(request: FastifyRequest, { origin }: DoorSettings): string {
  return origin ?? `http://${request.headers.host}`;
}
