// The server: thin. It opens the database, gathers what the core offers and serves it with the web application.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { Clock, FileStore, KeyRing } from "@iltizam/core/kernel";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import { openContext } from "../compose/index.ts";
import { startJobs } from "../jobs/index.ts";
import { actorAtTheDoor } from "./actor-at-the-door.ts";
import { assemble } from "./assemble.ts";
import { type Gathered, gatherCore } from "./gather-core.ts";
import { refuseForeignHost } from "./guard-door.ts";
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
  /** Default: the folder `files` of the installation. */
  readonly files?: FileStore;
  readonly clock?: Clock;
  /** Default: those of the installation, made at its first start. */
  readonly keys?: KeyRing;
  /** Folder of the built web application, when it is not the one beside this package. */
  readonly webFolder?: string;
  /** Checks every answer against its documented schema (tests). */
  readonly strictOutput?: boolean;
  /** What is served; by default all that the core's folders offer. */
  readonly gathered?: Gathered;
  /** Connections to the database; default 20. */
  readonly connections?: number;
  /** Milliseconds between two looks of the sealer; default 5000. */
  readonly sealEvery?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4600` */
  readonly address: string;
  close(): Promise<void>;
}

const bodyLimit = 4 * 1024 * 1024;

/**
 * Starts serving.
 * @throws `http.not_loopback`, `http.route_twice`, `people.keys_lost`, `people.keys_differ`; EADDRINUSE when the port is
 * taken.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  refuseForeignHost(options.host);
  const { appUrl, dataDir, clock, files, keys, connections } = options;
  const log: FastifyBaseLogger = writeLog(join(dataDir, "logs"));
  const gathered = options.gathered ?? (await gatherCore());
  const { ctx, close } = await openContext({
    ...{ appUrl, dataDir, clock, files, keys, connections, name: "iltizam-http" },
    ...{ actor: actorAtTheDoor(), guards: gathered.guards },
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
  const jobs = startJobs(ctx, log, { sealEvery: options.sealEvery });
  app.addHook("onClose", async () => {
    await jobs.stop();
    await close();
  });
  try {
    const { strictOutput = false, webFolder } = options;
    await assemble(app, { gathered, context: ctx, strictOutput, webFolder });
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const shown = options.host === "::1" ? "[::1]" : options.host;
  return { address: `http://${shown}:${port}`, close: () => app.close() };
}
