// The server: thin. It opens the database, gathers what the core offers and serves it with the web application.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { type Clock, createContext, type FileStore, openDatabase } from "@iltizam/core/kernel";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { actorAtTheDoor } from "./actor-at-the-door.ts";
import { answerErrors } from "./answer-errors.ts";
import { answerTheRest, rememberAddresses } from "./answer-other-methods.ts";
import { describeApi } from "./describe-api.ts";
import { type Gathered, gatherCore } from "./gather-core.ts";
import { guardDoor, refuseForeignHost } from "./guard-door.ts";
import type { JsonSchema } from "./json-schema-of.ts";
import { mountRoute } from "./mount-route.ts";
import { serveWeb } from "./serve-web.ts";
import { tellHealth } from "./tell-health.ts";
import { writeLog } from "./write-log.ts";

export interface ServerOptions {
  /** Address of the database for the application's role. */
  readonly appUrl: string;
  /** The installation's folder; the log is kept in `logs/`. */
  readonly dataDir: string;
  /** A name of this machine: 127.0.0.1, ::1 or localhost. */
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly files: FileStore;
  readonly clock?: Clock;
  /** Folder of the built web application, when it is not the one beside this package. */
  readonly webFolder?: string;
  /** Checks every answer against its documented schema (tests). */
  readonly strictOutput?: boolean;
  /** What is served; by default all that the core's folders offer. */
  readonly gathered?: Gathered;
  /** Connections to the database; default 20. */
  readonly connections?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4600` */
  readonly address: string;
  close(): Promise<void>;
}

const bodyLimit = 4 * 1024 * 1024;

/**
 * Starts serving.
 * @throws `http.not_loopback`, `http.route_twice`; EADDRINUSE when the port is taken.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  refuseForeignHost(options.host);
  const log: FastifyBaseLogger = writeLog(join(options.dataDir, "logs"));
  const database = openDatabase(options.appUrl, {
    max: options.connections,
    applicationName: "iltizam-http",
  });
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit,
    return503OnClosing: true,
    forceCloseConnections: "idle",
    routerOptions: { ignoreTrailingSlash: true },
  });
  app.addHook("onClose", () => database.close());
  try {
    await assemble(app, options, database.db);
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const shown = options.host === "::1" ? "[::1]" : options.host;
  return { address: `http://${shown}:${port}`, close: () => app.close() };
}

async function assemble(
  app: FastifyInstance,
  options: ServerOptions,
  db: ReturnType<typeof openDatabase>["db"],
): Promise<void> {
  const { routes, guards } = options.gathered ?? (await gatherCore());
  const components: Record<string, JsonSchema> = {};
  // A body is JSON; forms and plain texts, which a foreign page could send, are not read.
  app.removeContentTypeParser("text/plain");
  // The acts read their own input and the answers are plain JSON: Fastify's schemas are the document's only.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  guardDoor(app);
  answerErrors(app);
  const methodsOf = rememberAddresses(app);
  await describeApi(app, components);
  tellHealth(app, db);
  const given = { db, files: options.files, guards, clock: options.clock };
  const base = createContext({ ...withoutUndefined(given), actor: actorAtTheDoor() });
  const contextFor = () => ({ ...base, actor: actorAtTheDoor() });
  for (const route of routes) {
    mountRoute(app, route, { contextFor, strictOutput: options.strictOutput ?? false, components });
  }
  answerTheRest(app, methodsOf, await serveWeb(app, options.webFolder));
}

function withoutUndefined<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}
