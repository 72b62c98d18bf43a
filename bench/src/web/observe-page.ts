// What a browser itself tells of a page: paints, what moved, long tasks, the time from an act to the next picture.
import type { Page } from "playwright-core";
import type { Site } from "../../../e2e/src/site.ts";

/** An event as the browser timed it, in ms: until its code began, that code, and from there to the next picture. */
export interface TimedEvent {
  /** What the reader did, as the benchmark calls it. */
  readonly act: string;
  readonly event: string;
  readonly duration: number;
  readonly waited: number;
  readonly ran: number;
}

export interface Shift {
  readonly value: number;
  readonly what: string;
}

interface Observed {
  act: string;
  largest: number;
  shifts: Shift[];
  longTasks: number[];
  events: TimedEvent[];
}

/** A page of a fresh reader whose processor is slowed so many times, and which remembers what it goes through. */
export async function observed(site: Site, slowed: number): Promise<Page> {
  const { context } = await site.reader({ lang: "fr" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.addInitScript(watchPage);
  return page;
}

/** Runs in the page, before anything of it. */
function watchPage(): void {
  const seen: Observed = { act: "", largest: 0, shifts: [], longTasks: [], events: [] };
  Object.assign(window, { seen });
  const watch = <Entry extends PerformanceEntry>(
    type: string,
    see: (entry: Entry) => void,
    more: object = {},
  ) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) see(entry as Entry);
    }).observe({ type, buffered: true, ...more });
  watch("largest-contentful-paint", (entry) => {
    seen.largest = entry.startTime;
  });
  type Moved = PerformanceEntry & {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly { readonly node: Node | null }[];
  };
  watch<Moved>("layout-shift", ({ value, hadRecentInput, sources }) => {
    const node = sources[0]?.node;
    const element = node instanceof Element ? node : node?.parentElement;
    if (!hadRecentInput) seen.shifts.push({ value, what: element?.className || element?.tagName || "?" });
  });
  watch("longtask", (entry) => seen.longTasks.push(entry.duration));
  watch<PerformanceEventTiming>(
    "event",
    ({ name, duration, startTime, processingStart, processingEnd }) =>
      seen.events.push({
        ...{ act: seen.act, event: name, duration },
        ...{ waited: processingStart - startTime, ran: processingEnd - processingStart },
      }),
    { durationThreshold: 16 },
  );
}

export const read = (page: Page) => page.evaluate(() => (window as unknown as { seen: Observed }).seen);

/** What follows is counted as this act. */
export const begin = (page: Page, act: string) =>
  page.evaluate((name) => {
    (window as unknown as { seen: Observed }).seen.act = name;
  }, act);

/** From here on only what follows counts. */
export const forget = (page: Page) =>
  page.evaluate(() => {
    (window as unknown as { seen: Observed }).seen.longTasks.length = 0;
  });
