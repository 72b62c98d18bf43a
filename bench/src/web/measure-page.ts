// How large, how soon, how still: the first screen's scripts, its greatest paint, what moves, twenty thousand rows.
import { gzipSync } from "node:zlib";
import type { Site } from "../../../e2e/src/site.ts";
import { forget, observed, read, type Shift } from "./observe-page.ts";

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

/** When the greatest part of a list is painted (ms), and how much it moves afterwards. */
export async function paint(site: Site, path: string, slowed: number) {
  const page = await observed(site, slowed);
  await page.goto(path, { waitUntil: "networkidle" });
  // a slowed processor is silent on the network while it reads the scripts
  await page.locator("tbody tr").first().waitFor();
  await page.waitForTimeout(500);
  const { largest, shifts } = await read(page);
  await page.context().close();
  return { largest, shift: shifts.reduce((sum, { value }) => sum + value, 0) };
}

/** Screens whose data arrives in several answers. */
const screens = [
  ...["/", "/agreements?space=simulated", "/agreements/R90-2024-17", "/agreements/R90-2024-17/sheet"],
  ...["/agreements/board?space=simulated", "/standings?space=simulated", "/standings/map?space=simulated"],
  ...["/standings/figures?space=simulated", "/partners?space=simulated", "/events?space=simulated"],
  ...[
    "/indicators",
    "/results/waiting?space=simulated",
    "/papers?space=simulated",
    "/editions?space=simulated",
  ],
];

/** How much each of the main screens moves while its data arrives, each answer later than the one before. */
export async function movement(site: Site, slowed: number) {
  const moved: { path: string; shift: number; shifts: Shift[] }[] = [];
  for (const path of screens) {
    const page = await observed(site, slowed);
    let asked = 0;
    await page.route("**/api/v1/**", async (route) => {
      asked += 1;
      await new Promise((later) => setTimeout(later, 40 * asked));
      await route.continue();
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.locator("h1").first().waitFor();
    await page.waitForTimeout(300);
    const { shifts } = await read(page);
    moved.push({ path, shift: shifts.reduce((sum, { value }) => sum + value, 0), shifts });
    await page.context().close();
  }
  return moved.toSorted((a, b) => b.shift - a.shift);
}

/** The standings of as many commitments, answered by rows of the demo again and again: drawing alone is measured. */
export async function manyRows(site: Site, count: number) {
  const page = await observed(site, 1);
  let answered = 0;
  await page.route("**/api/v1/standings?*", async (route) => {
    const answer = await route.fetch();
    const rows = ((await answer.json()) as Record<string, unknown>[]).filter(({ commitment }) => commitment);
    const many = Array.from({ length: count }, (_, at) => ({
      ...rows[at % rows.length],
      nodeId: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
    }));
    await route.fulfill({ response: answer, json: many });
    answered = Date.now();
  });
  await page.goto("/standings?space=simulated");
  await page.locator("tbody tr").first().waitFor({ timeout: 120_000 });
  const shown = Date.now() - answered;
  await page.waitForTimeout(500);
  await forget(page);
  for (let step = 0; step <= 60; step += 1) {
    await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), step / 60);
    await page.waitForTimeout(40);
  }
  const { longTasks } = await read(page);
  await page.context().close();
  return { shown, longest: Math.max(0, ...longTasks), long: longTasks.length };
}
