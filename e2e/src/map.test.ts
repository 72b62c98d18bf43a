// The map: by keyboard from the country to a province, its table one key away, what it cannot place, and an address that
// can be sent; and the months, whose time runs as the page is read.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { numbersIn } from "./open-figures.ts";
import { leave } from "./reader.ts";
import { settled, visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const words = {
  fr: {
    schematic: "Schéma d’une région fictive",
    unsettled: "n’est pas arrêté",
    census: "Le recensement seul",
  },
  ar: { schematic: "رسم تخطيطي لجهة خيالية", unsettled: "لم يُحسم مؤشره", census: "الإحصاء وحده" },
} as const;
const langs = Object.keys(words) as (keyof typeof words)[];

describe.skipIf(!existsSync(chromiumPath))("the map", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("data-code"));

  test.each(langs)("goes from the country to a province by keyboard alone, in %s", async (lang) => {
    const { page, hosts } = await site.window({ lang });
    await visit(page, "/standings/map?indicator=placements");
    const places = page.locator(".map-place[data-code]");
    await expect.poll(() => places.count()).toBe(12);
    await expect.poll(() => page.locator('.map-place[tabindex="0"]').count()).toBe(1);
    await places.first().focus();
    const start = await focused(page);
    // the country is not mirrored: east is to the right in Arabic too
    await page.keyboard.press("ArrowRight");
    await expect.poll(() => focused(page)).not.toBe(start);
    for (const code of ["10", "11", "12"])
      await expect.poll(() => page.locator(`[data-code="${code}"]`).count()).toBe(1);
    const fes = page.locator('[data-code="03"]');
    await fes.focus();
    expect(numbersIn((await fes.getAttribute("aria-label")) ?? "")).toContain(20815);
    expect(numbersIn((await page.locator(".map-tip").textContent()) ?? "")).toContain(20815);
    await page.locator(".map-tip .promise-bar").waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(/region=03/u);
    await page.locator('[data-code^="03."]').first().waitFor();
    await expect.poll(() => places.count()).toBe(9);
    // promised for the region as a whole: no province has it, and the screen says so
    expect(numbersIn((await page.locator(".not-placed").textContent()) ?? "")).toContain(20815);
    await expect
      .poll(() => page.locator(".map-figure figcaption").textContent())
      .toContain("© OpenStreetMap contributors");
    expect([...hosts]).toEqual([new URL(site.address).host]);
    await leave(page);
  });

  test.each(langs)("is a table one key away, at the same address, in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await visit(page, "/standings/map?indicator=placements&show=announced");
    await page.locator(".map-place").first().waitFor();
    const drawn = await page.locator(".map-numbers text").allTextContents();
    await page.keyboard.press("t");
    await page.locator("td button.figure").first().waitFor();
    expect(page.url()).toContain("as=table");
    const told = await page.locator('td button[data-part="announced"]').allTextContents();
    expect(told.flatMap(numbersIn)).toEqual(drawn.flatMap(numbersIn));
    await page.reload({ waitUntil: "commit" });
    await page.locator("tbody tr").first().waitFor();
    await settled(page);
    await expect.poll(() => page.locator("tbody tr").count()).toBe(12);
    await page.keyboard.press("t");
    await page.locator(".map-place").first().waitFor();
    await leave(page);
  });

  test.each(langs)(
    "says what it cannot place, and that a fictional region is a schematic, in %s",
    async (lang) => {
      const { page } = await site.window({ lang });
      await visit(page, "/standings/map?indicator=durable_jobs");
      const unplaced = page.locator(".not-placed");
      await expect.poll(() => unplaced.textContent()).toContain(words[lang].unsettled);
      await unplaced.getByRole("button", { name: "CASABLANCA-1/1" }).click();
      await page.locator("dialog .to-words").first().waitFor();
      await visit(page, "/standings/map?space=simulated");
      await expect.poll(() => page.locator("figcaption").textContent()).toContain(words[lang].schematic);
      await expect.poll(() => page.locator("figcaption").textContent()).not.toContain("OpenStreetMap");
      await leave(page);
    },
  );

  test.each(langs)("months run as the page is read, and one denominator is named, in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await visit(page, "/standings/figures?space=simulated");
    const months = page.locator(".months li");
    await months.first().waitFor();
    const left = (at: number) => months.nth(at).evaluate((month) => month.getBoundingClientRect().left);
    const [first, second] = [await left(0), await left(1)];
    expect(first < second).toBe(lang === "fr");
    const counted = (await months.locator("button bdi").allTextContents()).flatMap(numbersIn);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(18);
    await leave(page);
  });

  test.each(langs)("rates rest on the census alone, never beside the survey's, in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await visit(page, "/standings/figures?indicator=placements");
    const rates = page.locator('[aria-labelledby="per-thousand-title"]');
    const text = (await rates.textContent()) ?? "";
    expect(text).toContain(words[lang].census);
    expect(text).toContain("RGPH 2024");
    // twelve regions, each with active less employed of the census: none of the survey's years or rates
    await expect.poll(() => rates.locator("li").count()).toBe(12);
    expect(text).not.toMatch(/2023|2025|13[.,]3/u);
    await leave(page);
  });
});
