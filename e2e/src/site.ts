// A whole installation for a test: database, demo, server with the built web application, and Debian's chromium.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoPlace } from "@iltizam/server/demo";
import { createServer, type ServerOptions } from "@iltizam/server/http";
import { createFilledDatabase, createTestDatabase } from "@iltizam/testkit/database";
import { type Browser, type BrowserContext, chromium } from "playwright-core";
import { buildWeb } from "../../packages/web/build.mjs";
import { seed } from "./seed.ts";
import { watch } from "./settled.ts";

export interface Site {
  readonly address: string;
  /** The owner's way to the database, to look behind the screens. */
  readonly databaseUrl: string;
  readonly browser: Browser;
  /** A fresh reader: own storage, a language, a width; remembers every host that its pages ask. */
  reader(options: {
    lang: "fr" | "ar" | "en";
    width?: number;
  }): Promise<{ context: BrowserContext; hosts: Set<string> }>;
  close(): Promise<void>;
}

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

/** `fill`: what the place is filled with; the walks need little, and the same each time. `more`: other than the demo. */
export async function openSite(
  fill: (place: DemoPlace) => Promise<void> = seed,
  more: Partial<ServerOptions> = {},
): Promise<Site> {
  await buildWeb();
  const dataDir = mkdtempSync(join(tmpdir(), "iltizam-e2e-"));
  const database = await fillDatabase(fill, dataDir);
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
    reader: ({ lang, width = 1440 }) => newReader(browser, server.address, lang, width),
    async close() {
      await browser.close();
      await server.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What most walks begin with is filled once a run. */
async function fillDatabase(fill: (place: DemoPlace) => Promise<void>, dataDir: string) {
  const talk = { onMessage: () => undefined, locale: "fr" } as const;
  if (fill === seed) return createFilledDatabase("seed", dataDir, (place) => seed({ ...place, ...talk }));
  const database = await createTestDatabase();
  await fill({ appUrl: database.appUrl, dataDir, ...talk });
  return database;
}

async function newReader(browser: Browser, address: string, lang: string, width: number) {
  const context = await browser.newContext({
    baseURL: address,
    locale: lang,
    viewport: { width, height: width < 600 ? 740 : 900 },
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  context.on("page", watch);
  const hosts = new Set<string>();
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http")) hosts.add(host);
  });
  return { context, hosts };
}
