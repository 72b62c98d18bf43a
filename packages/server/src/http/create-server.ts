// The server: thin. It opens the database, gathers what the core offers and serves it with the web application.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import {
  type Clock,
  createContext,
  type FileStore,
  folderFileStore,
  openDatabase,
  systemClock,
} from "@iltizam/core/kernel";
import { openKeys } from "@iltizam/core/people";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
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
    const gathered = options.gathered ?? (await gatherCore());
    await assemble(app, {
      gathered,
      context: createContext({
        db: database.db,
        files: options.files ?? folderFileStore(join(options.dataDir, "files")),
        actor: actorAtTheDoor(),
        guards: gathered.guards,
        keys: await openKeys(
          join(options.dataDir, "keys.json"),
          options.clock ?? systemClock,
          process.env.ILTIZAM_KEYS,
        ),
        ...(options.clock && { clock: options.clock }),
      }),
      strictOutput: options.strictOutput ?? false,
      webFolder: options.webFolder,
    });
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const shown = options.host === "::1" ? "[::1]" : options.host;
  return { address: `http://${shown}:${port}`, close: () => app.close() };
}
