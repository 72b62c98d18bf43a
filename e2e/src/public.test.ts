// The public register as a citizen meets it: Arabic at first, no account, no script, and every figure opens to what it is
// made of.
import { existsSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leave } from "./reader.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

describe.skipIf(!existsSync(chromiumPath))("the public register", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  /** As somebody whose phone speaks French, with scripts switched off. */
  async function citizen(width: number): Promise<Page> {
    const context = await site.browser.newContext({
      ...{ baseURL: site.address, locale: "fr-MA", javaScriptEnabled: false },
      viewport: { width, height: 740 },
    });
    return context.newPage();
  }

  test.each([360, 1440])("opens in Arabic at %i px, offers French, and keeps the choice", async (width) => {
    const page = await citizen(width);
    await page.goto("/public");
    await expect.poll(() => page.getAttribute("html", "dir")).toBe("rtl");
    await page.getByRole("link", { name: "Lire cette page en français" }).click();
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("fr");
    await page.goto("/public");
    await expect.poll(() => page.getAttribute("html", "lang")).toBe("fr");
    await expect.poll(() => page.getByRole("link", { name: /Lire cette page/ }).count()).toBe(0);
    await page.context().close();
  });

  test("reads «no evidence available» at every real announcement, under its own words", async () => {
    const page = await citizen(360);
    await page.goto("/public?lang=fr");
    const states = await page.locator("article .state").allTextContents();
    expect(states.length).toBe(8);
    expect(new Set(states)).toEqual(new Set(["aucune preuve disponible"]));
    await page.getByRole("searchbox").fill("insertion");
    await page.getByRole("button", { name: "Afficher" }).click();
    await page.waitForURL(/q=insertion/u);
    await page.locator("article h3 a").first().click();
    await expect.poll(() => page.locator("blockquote").first().textContent()).not.toBe("");
    await page.context().close();
  });

  test("leads from one that was superseded to the one that stands, with the correction in sight", async () => {
    const page = await citizen(1440);
    await page.goto("/public/editions/2?lang=fr");
    await expect.poll(() => page.locator("main").textContent()).toContain("Le lieu d’une agence était faux.");
    await page.getByRole("link", { name: "Édition 3" }).click();
    await page.waitForURL(/\/public\/editions\/3/u);
    await page.context().close();
  });

  const figure = async (cell: Locator): Promise<number | null> => {
    const text = (await cell.textContent()) ?? "";
    return /\d/.test(text) ? Number(text.replace(/\D/g, "")) : null;
  };

  /** The lines of each table add up to its foot, where all of them are told. */
  async function expectSums(page: Page): Promise<number> {
    let summed = 0;
    for (const table of await page.locator("main table").all()) {
      for (const column of [0, 1]) {
        const lines = await Promise.all(
          (await table.locator("tbody tr").all()).map((row) => figure(row.locator("td").nth(column))),
        );
        const whole = await figure(table.locator("tfoot td").nth(column));
        if (whole === null || lines.includes(null)) continue;
        expect(lines.reduce<number>((sum, line) => sum + (line ?? 0), 0)).toBe(whole);
        summed += 1;
      }
    }
    return summed;
  }

  test.each(["ar", "fr", "en"])(
    "in %s every figure opens to the lines and promises that make it up",
    async (lang) => {
      const page = await citizen(1440);
      await page.goto(`/public/editions/3/figures?lang=${lang}`);
      expect(await expectSums(page)).toBeGreaterThan(0);
      const together = await figure(page.locator("main .facts dd").first());
      await page.locator("main .facts dd a").first().click();
      await page.waitForURL(/#promises/u);
      const own = await figure(page.locator("article dl dd").nth(3));
      expect(own).toBe(together);
      await page.locator("article dl dd a").first().click();
      await page.waitForURL(/#lines/u);
      expect(await expectSums(page)).toBeGreaterThan(0);
      expect(await figure(page.locator("tfoot td").first())).toBe(together);
      await page.context().close();
    },
  );

  test("weighs little, and asks nobody else", async () => {
    const { page, hosts } = await site.window({ lang: "ar", width: 360 });
    const answer = await page.goto("/public");
    expect((await answer?.body())?.length).toBeLessThan(60_000);
    expect(await page.evaluate(() => document.scripts.length)).toBe(0);
    expect([...hosts]).toEqual([new URL(site.address).host]);
    await leave(page);
  });
});
