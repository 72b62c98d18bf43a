// Who reads: a language and a width, and a browser that keeps nothing of anybody else's.
import { setTimeout } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { watch } from "./settled.ts";

export interface Reader {
  readonly lang: "fr" | "ar" | "en";
  /** Default 1440. */
  readonly width?: number;
}

/** ILTIZAM_SLOW=6 draws every page as a machine six times slower would: what a test reads too early shows itself. */
const slowness = Number(process.env.ILTIZAM_SLOW ?? 1);

async function slow(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
}

/** ILTIZAM_LATE=300 lets every answer of the server come up to so many milliseconds later, each by chance. */
const lateness = Number(process.env.ILTIZAM_LATE ?? 0);

async function late(context: BrowserContext): Promise<void> {
  await context.route(/\/api\//u, async (route) => {
    await setTimeout(Math.random() * lateness);
    // whoever asked may have gone meanwhile
    await route.continue().catch(() => undefined);
  });
}

const viewportOf = ({ width = 1440 }: Reader) => ({ width, height: width < 600 ? 740 : 900 });

/** A reader with as many windows as she opens; every host that they ask is remembered. */
export async function newReader(
  browser: Browser,
  address: string,
  reader: Reader,
): Promise<{ context: BrowserContext; hosts: Set<string> }> {
  const context = await browser.newContext({
    baseURL: address,
    locale: reader.lang,
    viewport: viewportOf(reader),
    colorScheme: "light",
    reducedMotion: "reduce",
  });
  // what she waits for may take ten times as long on a small and busy machine
  context.setDefaultTimeout(60_000);
  context.on("page", watch);
  if (lateness > 0) await late(context);
  if (slowness > 1) context.on("page", slow);
  const hosts = new Set<string>();
  context.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith("http")) hosts.add(host);
  });
  return { context, hosts };
}

export interface ReadersWindow {
  readonly page: Page;
  readonly hosts: Set<string>;
}

const leaving = new WeakMap<Page, () => Promise<void>>();

/** One window for each reader: a window that was left is given to the next, who need not load and compile it all again. */
export function openWindows(browser: Browser, address: string): (reader: Reader) => Promise<ReadersWindow> {
  const left = new Map<string, ReadersWindow[]>();
  return async (reader) => {
    const of = `${reader.lang} ${reader.width}`;
    const waits = left.get(of)?.pop();
    if (waits !== undefined) return waits;
    const { context, hosts } = await newReader(browser, address, reader);
    const window = { page: await context.newPage(), hosts };
    leaving.set(window.page, async () => {
      await clean(window, reader);
      left.set(of, [...(left.get(of) ?? []), window]);
    });
    return window;
  };
}

/** For the next reader, who finds nothing of this one's. A window in which something went wrong is not left. */
export async function leave(page: Page): Promise<void> {
  await leaving.get(page)?.();
}

/** Ends the screen before it forgets what that kept: an address of the site that is no screen. */
async function clean({ page, hosts }: ReadersWindow, reader: Reader): Promise<void> {
  for (const event of ["console", "dialog", "download"] as const) page.removeAllListeners(event);
  await page.goto("/healthz");
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.context().clearCookies();
  await page.emulateMedia({ media: null });
  await page.setViewportSize(viewportOf(reader));
  hosts.clear();
}
