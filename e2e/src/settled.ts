// A page at rest: nothing is asked of the server, nothing waits to be drawn. Sooner than «no request for half a second».
import type { Page, Request } from "playwright-core";

const underWay = new WeakMap<Page, Set<Request>>();

/** Counts what a page asks; to be called before its first address. */
export function watch(page: Page): Page {
  const requests = new Set<Request>();
  underWay.set(page, requests);
  page.on("request", (request) => requests.add(request));
  page.on("requestfinished", (request) => requests.delete(request));
  page.on("requestfailed", (request) => requests.delete(request));
  return page;
}

/** Opens an address in a watched page and waits until its screen is there and rests. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path, { waitUntil: "commit" });
  try {
    await page.locator("h1").first().waitFor();
  } catch (cause) {
    throw new Error(`${path} shows no title, and still asks for ${stillAsked(page)}`, { cause });
  }
  await settled(page);
}

const stillAsked = (page: Page): string =>
  [...(underWay.get(page) ?? [])].map((one) => one.url()).join(", ") || "nothing";

/** Waits until a watched page rests: twice in a row idle with nothing under way. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (requests === undefined) throw new Error("this page is not watched");
  const end = Date.now() + 60_000;
  for (let quiet = 0; quiet < 2; ) {
    if (Date.now() > end) throw new Error(`still asks for ${stillAsked(page)}`);
    await page.evaluate(drawn);
    quiet = requests.size === 0 ? quiet + 1 : 0;
  }
}

/** Runs in the page: two pictures, then a moment in which it has nothing to do: on a slow machine that may be long. */
const drawn = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 15_000 })),
    );
  });
