// A whole installation for a test: database, demo, server with the built web application, and Debian's chromium.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DemoPlace, loadDemo } from "@iltizam/server/demo";
import { createServer, type ServerOptions } from "@iltizam/server/http";
import { createFilledDatabase, createTestDatabase } from "@iltizam/testkit/database";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { buildWeb } from "../../packages/web/build.mjs";
import { newReader, openWindows, type Reader, type ReadersWindow } from "./reader.ts";
import { seed } from "./seed.ts";

export interface Site {
  readonly address: string;
  /** The owner's way to the database, to look behind the screens. */
  readonly databaseUrl: string;
  readonly browser: Browser;
  /** One window of a reader for whom nothing is kept: what a test wants that needs neither two windows nor a new browser. */
  window(reader: Reader): Promise<ReadersWindow>;
  /** A reader with windows of her own, which share what they keep. */
  reader(reader: Reader): Promise<{ context: BrowserContext; hosts: Set<string> }>;
  close(): Promise<void>;
}

type Fill = (place: DemoPlace) => Promise<void>;

const shared = new Map<Fill, string>([
  [seed, "seed"],
  [loadDemo, "demo"],
]);
const talk = { onMessage: () => undefined, locale: "fr" } as const;

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const chromiumPath = process.env.ILTIZAM_CHROMIUM ?? "/usr/bin/chromium";

/**
 * @param fill what the place is filled with; the walks need little, and the same each time
 * @param more other than the demo
 * @param andThen what comes to it
 */
export async function openSite(
  fill: Fill = seed,
  more: Partial<ServerOptions> = {},
  andThen: Fill = async () => undefined,
): Promise<Site> {
  await buildWeb();
  const dataDir = mkdtempSync(join(tmpdir(), "iltizam-e2e-"));
  const database = await fillDatabase(fill, dataDir);
  await andThen({ appUrl: database.appUrl, dataDir, ...talk });
  const server = await createServer({
    appUrl: database.appUrl,
    dataDir,
    host: "127.0.0.1",
    port: 0,
    demo: true,
    strictOutput: true,
    ...more,
  });
  const browser = await chromium.launch({ executablePath: chromiumPath, args: flags });
  return {
    address: server.address,
    databaseUrl: database.ownerUrl,
    browser,
    window: openWindows(browser, server.address),
    reader: (reader) => newReader(browser, server.address, reader),
    async close() {
      await browser.close();
      await server.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What several test files begin with is filled once a run. */
async function fillDatabase(fill: Fill, dataDir: string) {
  const name = shared.get(fill);
  if (name !== undefined) return createFilledDatabase(name, dataDir, (place) => fill({ ...place, ...talk }));
  const database = await createTestDatabase();
  await fill({ appUrl: database.appUrl, dataDir, ...talk });
  return database;
}
