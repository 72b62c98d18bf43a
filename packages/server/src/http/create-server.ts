// The server: thin. It opens the database, gathers what the core offers and serves it with the web application.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { readAccounts } from "@iltizam/core/identity";
import { type Clock, type Context, type FileStore, type KeyRing, readSetting } from "@iltizam/core/kernel";
import Fastify, { type FastifyBaseLogger, LogController } from "fastify";
import { openContext } from "../compose/index.ts";
import { importHere, importInWorker } from "../importing/index.ts";
import { startJobs } from "../jobs/index.ts";
import type { Mailer } from "../mail/index.ts";
import { answerOutside, largestHeader } from "./answer-outside.ts";
import { assemble } from "./assemble.ts";
import type { Provider } from "./door/provider.ts";
import type { DoorSettings } from "./door/settings.ts";
import { visitorOf } from "./door/who-knocks.ts";
import { httpErrors } from "./errors.ts";
import { type Gathered, gatherCore } from "./gather-core.ts";
import { isLoopback } from "./loopback.ts";
import { writeLog } from "./write-log.ts";

export interface ServerOptions {
  /** Address of the database for the application's role. */
  readonly appUrl: string;
  /** The installation's folder; the log is kept in `logs/`. */
  readonly dataDir: string;
  /** A name of this machine (127.0.0.1, ::1, localhost), or any address of it when `reachedAs` says by whom. */
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
  /** Milliseconds between two looks for mails to send; default 2000. */
  readonly mailEvery?: number;
  /** How others reach this server; undefined: this machine alone does. */
  readonly reachedAs?: PublicAddress | undefined;
  /** Whether this is the demo; by default it is when the demo was loaded into the database. */
  readonly demo?: boolean;
  readonly provider?: Provider | undefined;
  /** Sends mails; without it none is sent, and links are handed over in another way. */
  readonly mailer?: Mailer | undefined;
}

/** A public name, and the proxies that speak https for it. */
export interface PublicAddress {
  /** `https://iltizam.example.ma` */
  readonly origin: string;
  /** Addresses or networks of the proxies whose word on the asker's address is taken: `10.0.0.1`, `10.0.0.0/8`. */
  readonly trustProxy: readonly string[];
  /** Requests a minute that one address may send; default 1200. */
  readonly requestsPerMinute?: number;
}

export interface RunningServer {
  /** `http://127.0.0.1:4600` */
  readonly address: string;
  close(): Promise<void>;
}

const bodyLimit = 4 * 1024 * 1024;

/**
 * Starts serving.
 * @throws `http.not_loopback`, `http.no_administrator_yet`, `http.route_twice`, `people.keys_lost`, `people.keys_differ`;
 * EADDRINUSE when the port is taken.
 */
export async function createServer(options: ServerOptions): Promise<RunningServer> {
  const { appUrl, dataDir, clock, files, keys, connections, reachedAs } = options;
  if (reachedAs === undefined && !isLoopback(options.host))
    throw httpErrors.not_loopback({ host: options.host });
  const log: FastifyBaseLogger = writeLog(join(dataDir, "logs"));
  const gathered = options.gathered ?? (await gatherCore());
  const { ctx, close } = await openContext({
    ...{ appUrl, dataDir, clock, files, keys, connections, name: "iltizam-http" },
    ...{ actor: visitorOf(gathered), guards: gathered.guards },
  });
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: reachedAs === undefined ? false : [...reachedAs.trustProxy],
    ...answerOutside({ origin: reachedAs?.origin }),
    return503OnClosing: true,
    forceCloseConnections: "idle",
    ...limits,
  });
  let origin = reachedAs?.origin ?? "";
  const { sealEvery, mailEvery, mailer } = options;
  const importer = ownPlace(options) ? importInWorker({ appUrl, dataDir }) : importHere(ctx);
  const { run: runUpload } = importer;
  const jobs = startJobs(ctx, log, { sealEvery, mailEvery, mailer, runUpload, origin: () => origin });
  app.addHook("onClose", async () => {
    await jobs.stop();
    await importer.close();
    mailer?.close();
    await close();
  });
  try {
    const { strictOutput = false, webFolder, provider } = options;
    const door = await doorSettings(ctx, options);
    await assemble(app, { gathered, context: ctx, door, provider, strictOutput, webFolder });
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    await app.close();
    throw error;
  }
  const { port } = app.server.address() as { port: number };
  const shown = options.host === "::1" ? "[::1]" : options.host;
  const address = `http://${shown}:${port}`;
  if (reachedAs === undefined) origin = address;
  return { address, close: () => app.close() };
}

/** What a single request may take: of bytes, of header, of time. */
const limits = {
  bodyLimit,
  requestTimeout: 120_000,
  http: { maxHeaderSize: largestHeader, headersTimeout: 20_000 },
  routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
};

/** Whether keys, files and clock are those of the installation's folder, so that a thread of its own opens the same. */
const ownPlace = ({ keys, files, clock }: ServerOptions) =>
  keys === undefined && files === undefined && clock === undefined;

async function doorSettings(ctx: Context, options: ServerOptions): Promise<DoorSettings> {
  const { reachedAs, demo, mailer } = options;
  if (reachedAs !== undefined && !(await readAccounts(ctx.db)).administrators) {
    throw httpErrors.no_administrator_yet();
  }
  return {
    origin: reachedAs?.origin,
    demo: demo ?? (await readSetting(ctx.db, "demo").catch(() => undefined)) === "loaded",
    mail: mailer !== undefined,
    requestsPerMinute: reachedAs?.requestsPerMinute ?? 1200,
  };
}
