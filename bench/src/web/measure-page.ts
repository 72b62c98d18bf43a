// What a browser itself tells of a page: paints, shifts, long tasks, the time from an act to the next picture.
import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import type { Site } from "../../../e2e/src/site.ts";

/** The bytes of the scripts that a first visit loads, each compressed as a server would send it. */
export async function firstScreenScripts(site: Site, path: string): Promise<number> {
  const { context } = await site.reader({ lang: "fr" });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (new URL(response.url()).pathname.endsWith(".js"))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const found = await Promise.all(sizes);
  await context.close();
  return found.reduce((sum, size) => sum + size, 0);
}

interface Observed {
  largest: number;
  shift: number;
  longTasks: number[];
  events: number[];
}

async function observed(site: Site, slowed: number): Promise<Page> {
  const { context } = await site.reader({ lang: "fr" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowed });
  await page.addInitScript(() => {
    const seen: Observed = { largest: 0, shift: 0, longTasks: [], events: [] };
    Object.assign(window, { seen });
    const watch = (type: string, see: (entry: PerformanceEntry) => void, more: object = {}) =>
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) see(entry);
      }).observe({ type, buffered: true, ...more });
    watch("largest-contentful-paint", (entry) => {
      seen.largest = entry.startTime;
    });
    watch("layout-shift", (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      };
      if (!hadRecentInput) seen.shift += value;
    });
    watch("longtask", (entry) => seen.longTasks.push(entry.duration));
    watch("event", (entry) => seen.events.push(entry.duration), { durationThreshold: 16 });
  });
  return page;
}

const read = (page: Page) => page.evaluate(() => (window as unknown as { seen: Observed }).seen);

/** When the greatest part of the first screen is painted (ms), and how much it moves afterwards. */
export async function paint(site: Site, path: string, slowed: number) {
  const page = await observed(site, slowed);
  await page.goto(path, { waitUntil: "networkidle" });
  // a slowed processor is silent on the network while it reads the scripts
  await page.locator("tbody tr").first().waitFor();
  await page.waitForTimeout(500);
  const { largest, shift } = await read(page);
  await page.context().close();
  return { largest, shift };
}

/** Twelve acts of a reader, on lists, drawer and map; each as the browser measures it, in ms. */
export async function interactions(site: Site, slowed: number): Promise<number[]> {
  const page = await observed(site, slowed);
  await page.goto("/standings?space=simulated", { waitUntil: "networkidle" });
  const figures = page.locator("td button.figure:has(bdi)");
  for (const at of [0, 6, 12, 18]) {
    await figures.nth(at).click();
    await page.locator("dialog[open] .drawer-section").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  await page.locator(".filters select").last().selectOption("late");
  await page.locator(".view-switch a").nth(1).click();
  await page.locator(".map-place").first().focus();
  for (const key of ["ArrowRight", "ArrowDown", "t", "t"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(200);
  }
  await page.waitForTimeout(500);
  const { events } = await read(page);
  await page.context().close();
  return [0, ...events];
}

/** The standings of as many commitments, answered by rows of the demo again and again: drawing alone is measured. */
export async function manyRows(site: Site, count: number) {
  const page = await observed(site, 1);
  await page.route("**/api/v1/standings?*", async (route) => {
    const answer = await route.fetch();
    const rows = ((await answer.json()) as Record<string, unknown>[]).filter(({ commitment }) => commitment);
    const many = Array.from({ length: count }, (_, at) => ({
      ...rows[at % rows.length],
      nodeId: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    }));
    await route.fulfill({ response: answer, json: many });
  });
  const before = Date.now();
  await page.goto("/standings?space=simulated");
  await page.locator("tbody tr").first().waitFor({ timeout: 120_000 });
  const shown = Date.now() - before;
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    (window as unknown as { seen: Observed }).seen.longTasks.length = 0;
  });
  for (let step = 0; step <= 60; step += 1) {
    await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), step / 60);
    await page.waitForTimeout(40);
  }
  const { longTasks } = await read(page);
  await page.context().close();
  return { shown, longest: Math.max(0, ...longTasks) };
}
