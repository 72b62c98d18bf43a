// Every figure opens: ten of each screen, chosen by a seed that is printed, are followed down to their rows and up to
// their words; what is summed on the way is what the screen says. ILTIZAM_SEED repeats a choice, ILTIZAM_SEEDS=20 makes
// twenty, from that one on.
import { existsSync } from "node:fs";
import { loadDemo } from "@iltizam/server/demo";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chance, numbersIn, openFigure, pickSome } from "./open-figures.ts";
import { settled } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";
import { windowsOf } from "./windows.ts";

vi.setConfig({ testTimeout: 240_000, maxConcurrency: 3 });

const first = Number(process.env.ILTIZAM_SEED ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: Number(process.env.ILTIZAM_SEEDS ?? 1) }, (_, at) => first + at);
const perScreen = 10;
const screens = [
  ["standings, real", "/standings", "fr"],
  ["standings, simulated", "/standings?space=simulated", "ar"],
  ["an agreement", "/agreements/R90-2024-17", "fr"],
  ["an agreement of the real announcements", "/agreements/FES-MEKNES-1", "en"],
  ["the sheet", "/agreements/R90-2024-17/sheet", "en"],
  ["the map", "/standings/map?space=simulated&indicator=placements", "fr"],
  ["the map's table", "/standings/map?space=simulated&indicator=placements&as=table", "ar"],
  ["the figures of a place", "/standings/figures?space=simulated&indicator=placements", "en"],
  ["the labour market", "/standings/labour", "ar"],
  ["a committee file", "/papers/DC-2026-0001", "fr"],
] as const;

/** What opens a drawer; a small figure is a word beside another, save the lines of a split. */
const openable =
  "main :is(td, .bars, .months, .together) button.figure:has(bdi):not(.small:not([data-line]))";

describe.skipIf(!existsSync(chromiumPath))(`every figure opens (ILTIZAM_SEED=${first})`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(loadDemo);
  }, 480_000);
  afterAll(() => site.close());
  const inWindow = windowsOf(() => site);
  const open = async (page: Page, path: string) => {
    await page.goto(path);
    await page.locator("h1").waitFor();
    await settled(page);
  };

  const choices = seeds.flatMap((seed) => screens.map(([name, path, lang]) => ({ name, path, lang, seed })));

  test.concurrent.each(choices)("of $name, seed $seed", ({ path, lang, seed }) =>
    inWindow(lang, async ({ page }) => {
      await open(page, path);
      const figures = page.locator(openable);
      await figures.first().waitFor();
      const chosen = pickSome(perScreen, await figures.count(), chance(seed));
      expect(chosen.length).toBeGreaterThan(0);
      for (const at of chosen) {
        const told = await openFigure(page, figures.nth(at)).catch((error: Error) => {
          throw new Error(`figure ${at} of ${path}, seed ${seed}: ${error.message}`, { cause: error });
        });
        expect(told).not.toBe("");
      }
    }),
  );

  test.concurrent.each(seeds)(
    "a late promise that a card of the board counts is late there, seed %i",
    (seed) =>
      inWindow("en", async ({ page }) => {
        await open(page, "/agreements/board?space=simulated");
        const late = page.locator(".board-card", { hasText: /commitments? late/u });
        const cards = await late.count();
        expect(cards).toBeGreaterThan(0);
        const card = late.nth(chance(seed)(cards));
        const told = (await card.locator('[data-state="late"]').textContent()) ?? "";
        await card.locator("a").first().click();
        await page.locator("td button.figure").first().waitFor();
        await settled(page);
        const counted = await page.locator('table:has(td button.figure) [data-state="late"]').count();
        expect(counted).toBe(Number(told.match(/\d+/u)?.[0] ?? 1));
      }),
  );

  test.concurrent.each(seeds)("a column of the board counts its cards, seed %i", () =>
    inWindow("fr", async ({ page }) => {
      await open(page, "/agreements/board?space=simulated&all=true");
      for (const column of await page.locator(".board-column").all()) {
        const [told] = numbersIn((await column.locator("h2 bdi").textContent()) ?? "");
        expect(await column.locator(".board-card").count()).toBe(told);
      }
    }),
  );

  test.concurrent.each(seeds)("the agreements of a partner are as many as its line says, seed %i", (seed) =>
    inWindow("ar", async ({ page }) => {
      await open(page, "/partners?space=simulated");
      const lines = page.locator("tbody tr");
      for (const at of pickSome(perScreen, await lines.count(), chance(seed))) {
        const line = lines.nth(at);
        const [told] = numbersIn((await line.locator("td.number").first().textContent()) ?? "");
        await line.locator("th a").click();
        const listed = page.locator("section:has(> * h2) .row-list > li:has(.state-mark)");
        await page.waitForURL(/partners\/./u);
        await settled(page);
        expect(await listed.count()).toBe(told ?? 0);
        await page.goBack();
        await lines.first().waitFor();
        await settled(page);
      }
    }),
  );

  test.concurrent.each(seeds)("what waits for me is as much as its parts say, seed %i", () =>
    inWindow("fr", async ({ page }) => {
      await open(page, "/?space=simulated");
      const parts = page.locator(".view-switch a");
      await parts.first().waitFor();
      const told = (await parts.locator(".count").allTextContents()).flatMap(numbersIn);
      expect(told[0]).toBe(told.slice(1).reduce((sum, count) => sum + count, 0));
      for (const [at, count] of told.entries()) {
        await parts.nth(at).click();
        await expect.poll(() => parts.nth(at).getAttribute("data-shown")).toBe("true");
        await settled(page);
        const onePage = Math.min(50, count);
        expect(await page.locator(".work-list > li").count()).toBe(onePage);
        if (count > 0)
          expect(numbersIn((await page.locator(".paging").textContent()) ?? "")).toContain(count);
      }
    }),
  );
});
