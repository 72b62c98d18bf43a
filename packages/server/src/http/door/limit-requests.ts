// A server that others reach answers so many requests a minute to one address, and no more.
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { httpErrors } from "../errors.ts";
import { type DoorSettings, isPublic } from "./settings.ts";

export async function limitRequests(app: FastifyInstance, settings: DoorSettings): Promise<void> {
  if (!isPublic(settings)) return;
  await app.register(rateLimit, {
    max: settings.requestsPerMinute,
    timeWindow: "1 minute",
    keyGenerator: (request) => request.ip,
    errorResponseBuilder: () => httpErrors.too_many_requests(),
  });
}
