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

/** Waits until a watched page rests: twice in a row idle with nothing under way. */
export async function settled(page: Page): Promise<void> {
  const requests = underWay.get(page);
  if (requests === undefined) throw new Error("this page is not watched");
  const end = Date.now() + 30_000;
  for (let quiet = 0; quiet < 2; ) {
    if (Date.now() > end)
      throw new Error(`still asks for ${[...requests].map((one) => one.url()).join(", ")}`);
    await page.evaluate(drawn);
    quiet = requests.size === 0 ? quiet + 1 : 0;
  }
}

/** Runs in the page: two pictures, then a moment in which it has nothing to do. */
const drawn = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => requestIdleCallback(() => done(), { timeout: 1000 })),
    );
  });
