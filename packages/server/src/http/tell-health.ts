// /healthz: the process answers. /readyz: it can work. /metrics: how it has worked, for Prometheus.
import { type Database, listMigrations, rows } from "@iltizam/core/kernel";
import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import { collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { measureSeals } from "../jobs/index.ts";
import type { DoorSettings } from "./door/settings.ts";
import { httpErrors } from "./errors.ts";
import { isLoopbackAddress } from "./loopback.ts";

export interface Readiness {
  readonly ready: boolean;
  readonly database: boolean;
  readonly migrations: "current" | "behind" | "ahead" | "unknown";
}

/** The migrations of this program are files that do not change while it runs: read once, not at each call of a probe. */
let known: readonly string[] | undefined;
function knownMigrations(): readonly string[] {
  known ??= listMigrations().map(({ folder, name }) => `${folder}/${name}`);
  return known;
}

/** Whether the database answers and stands at the version of this program. */
export async function readiness(db: Database): Promise<Readiness> {
  try {
    const applied = await rows(
      db,
      sql<{ name: string }>`select folder || '/' || name as name from migrations`,
    );
    const before = new Set(applied.map(({ name }) => name));
    const own = knownMigrations();
    const behind = own.some((name) => !before.has(name));
    const migrations = behind ? "behind" : before.size > own.length ? "ahead" : "current";
    return { ready: migrations === "current", database: true, migrations };
  } catch {
    return { ready: false, database: false, migrations: "unknown" };
  }
}

const plain = { type: "object", additionalProperties: true };
const hidden = { hide: false, tags: ["operations"] };

/** Measures are for this machine alone: whoever reaches a public server learns nothing of its work. */
export function tellHealth(app: FastifyInstance, db: Database, { origin }: DoorSettings): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  measureSeals(registry, db);
  const durations = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from the arrival of a request to the end of its answer",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    durations.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get(
    "/healthz",
    { schema: { ...hidden, summary: "The process answers", response: { 200: plain } } },
    () => ({
      ok: true,
    }),
  );
  app.get(
    "/readyz",
    {
      schema: {
        ...hidden,
        summary: "Database and migrations are ready",
        response: { 200: plain, 503: plain },
      },
    },
    async (_request, reply) => {
      const state = await readiness(db);
      return reply.code(state.ready ? 200 : 503).send(state);
    },
  );
  app.get(
    "/metrics",
    { schema: { ...hidden, summary: "Measures for Prometheus" } },
    async (request, reply) => {
      if (origin !== undefined && !isLoopbackAddress(request.ip)) {
        throw httpErrors.address_unknown({ path: "/metrics" });
      }
      reply.header("content-type", registry.contentType);
      return registry.metrics();
    },
  );
}
