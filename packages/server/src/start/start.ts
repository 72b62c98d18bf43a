// The starting sequence: database, migrations, the demo on a first run, HTTP. Each step is told in one line.
import { openDataDir } from "../postgres/index.ts";
import { portTaken, requireFreePort, requireLoopback } from "./address.ts";
import type { LoadDemo } from "./first-run.ts";
import { type Ground, layGround } from "./ground.ts";
import { holdFolder } from "./running-server.ts";
import { type Say, step } from "./steps.ts";

export type CreateServer = (options: {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
}) => Promise<{ readonly address: string; close(): Promise<void> }>;

export interface StartOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Load the demo when nothing has been recorded yet. */
  readonly demo: boolean;
  readonly onMessage: Say;
}

/** What the caller composes: the HTTP server and the demo. */
export interface StartParts {
  readonly createServer: CreateServer;
  readonly loadDemo: LoadDemo;
}

export interface Started {
  readonly address: string;
  /** True when another process serves this data folder already: nothing was started, and `stop` does nothing. */
  readonly alreadyRunning: boolean;
  /** Stops HTTP first, then leaves the database, which stops when nobody else uses it. */
  stop(): Promise<void>;
}

/**
 * Starts everything on one data folder.
 * @throws StartFailure with the sentence to show.
 */
export async function start(options: StartOptions, parts: StartParts): Promise<Started> {
  requireLoopback(options.host);
  const dataDir = openDataDir(options.dataDir);
  const hold = await holdFolder(dataDir);
  if ("servedAt" in hold) {
    return { address: hold.servedAt, alreadyRunning: true, stop: () => Promise.resolve() };
  }
  try {
    await requireFreePort(options.host, options.port);
    const { onMessage, demo } = options;
    const ground = await layGround({ dataDir, onMessage, loadDemo: demo ? parts.loadDemo : undefined });
    const http = await serve({ ...options, dataDir }, parts.createServer, ground);
    hold.announce(http.address);
    return {
      address: http.address,
      alreadyRunning: false,
      stop: async () => {
        await http.close();
        await ground.stop();
        await hold.release();
      },
    };
  } catch (error) {
    await hold.release();
    throw error;
  }
}

async function serve(options: StartOptions, createServer: CreateServer, ground: Ground) {
  const { dataDir, host, port, onMessage } = options;
  const { ownerUrl, appUrl } = ground;
  try {
    return await step(onMessage, "web", async () => {
      const result = await createServer({ appUrl, ownerUrl, dataDir, host, port });
      return { result, told: `listens at ${result.address}` };
    });
  } catch (error) {
    await ground.stop();
    throw portTaken(error, port);
  }
}
