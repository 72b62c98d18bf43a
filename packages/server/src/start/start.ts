// The starting sequence: database, migrations, the demo on a first run, HTTP. Each step is told in one line.
import type { Locale } from "@iltizam/core/kernel";
import type { PublicAddress } from "../http/index.ts";
import { fileFailure, openDataDir } from "../postgres/index.ts";
import { portTaken, publicAddress, requireFreePort } from "./address.ts";
import type { LoadDemo } from "./first-run.ts";
import { type Ground, layGround } from "./ground.ts";
import { holdFolder } from "./running-server.ts";
import { type Say, step } from "./steps.ts";
import { startWords } from "./words.ts";

export interface ServeOptions {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly reachedAs: PublicAddress | undefined;
}

export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** The public name, and the proxies in front: needed for any address that other machines reach. */
  readonly origin?: string | undefined;
  readonly trustProxy?: readonly string[] | undefined;
  /** Load the demo when nothing has been recorded yet. */
  readonly demo: boolean;
  readonly onMessage: Say;
  /** The language of everything that is told. */
  readonly locale: Locale;
}

/** What the caller composes. */
export interface StartParts {
  /** Builds the web application if its sources have changed, which it tells first; returns whether they had. */
  readonly buildWeb: (begins: () => void) => Promise<boolean>;
  readonly serve: (options: ServeOptions) => Promise<Serving>;
  /** Fills a database in which nothing has been recorded. */
  readonly loadDemo?: LoadDemo | undefined;
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
 * @throws `start.*` and `postgres.*`, each with the sentence to show
 */
export async function start(options: StartOptions, parts: StartParts): Promise<Started> {
  const reachedAs = publicAddress(options);
  const dataDir = openDataDir(options.dataDir);
  const hold = await holdFolder(dataDir);
  if ("servedAt" in hold) {
    return { address: hold.servedAt, alreadyRunning: true, stop: () => Promise.resolve() };
  }
  try {
    await requireFreePort(options.host, options.port);
    const ground = await prepare({ ...options, dataDir }, parts);
    const http = await listen({ ...options, dataDir }, parts, { ...ground, reachedAs });
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

/** The database and the web application at once: neither waits for the other. */
async function prepare(options: StartOptions, parts: StartParts): Promise<Ground> {
  const { dataDir, onMessage, demo, locale } = options;
  const words = startWords(locale);
  const [ground, web] = await Promise.allSettled([
    layGround({ dataDir, onMessage, locale, loadDemo: demo ? parts.loadDemo : undefined }),
    step(onMessage, words("step.web"), async () => {
      const result = await parts.buildWeb(() => onMessage(`  ${words("web.begins")}`));
      return { result, told: result ? words("web.built") : undefined };
    }),
  ]);
  if (ground.status === "rejected") throw ground.reason;
  if (web.status === "fulfilled") return ground.value;
  await ground.value.stop();
  throw fileFailure(web.reason, "packages/web/dist");
}

async function listen(
  options: StartOptions,
  parts: StartParts,
  ground: Ground & Pick<ServeOptions, "reachedAs">,
): Promise<Serving> {
  const { dataDir, host, port, onMessage } = options;
  const words = startWords(options.locale);
  const { ownerUrl, appUrl, reachedAs } = ground;
  try {
    return await step(onMessage, words("step.server"), async () => {
      const result = await parts.serve({ appUrl, ownerUrl, dataDir, host, port, reachedAs });
      return { result, told: words("server.listens", { address: result.address }) };
    });
  } catch (error) {
    await ground.stop();
    throw portTaken(error, port);
  }
}
