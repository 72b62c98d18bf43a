// A reader's walks through the real application, in a real browser, over the five announcements.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

const words = {
  fr: {
    dir: "ltr",
    figure: "20 815",
    toWords: "Voir ces mots dans le texte",
    simulated: "Simulé",
    close: "Fermer",
  },
  ar: {
    dir: "rtl",
    figure: "20.815",
    toWords: "عرض هذه الكلمات في النص",
    simulated: "محاكاة",
    close: "إغلاق",
  },
  en: {
    dir: "ltr",
    figure: "20,815",
    toWords: "See these words in the text",
    simulated: "Simulated",
    close: "Close",
  },
} as const;
type Lang = keyof typeof words;
const langs = Object.keys(words) as Lang[];

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000 });

// Without a browser these walks cannot be made; on CI its absence ends the run before it begins.
describe.skipIf(!existsSync(chromiumPath))("in a browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const plain = (text: string | null) => (text ?? "").replace(/[\s\u200e\u200f]+/gu, " ").trim();

  test.each(langs)("from the list to the words in which 20 815 was promised, in %s", async (lang) => {
    const { page, hosts } = await site.window({ lang });
    await page.goto("/");
    await page.locator(`html[lang="${lang}"][dir="${words[lang].dir}"]`).waitFor();
    await page.locator('a[href*="/agreements/FES-MEKNES-1"]').first().click();
    await page.waitForURL(/FES-MEKNES-1/);
    const figure = page.locator("td button.figure", { hasText: /20\D815/u }).first();
    expect(plain(await figure.textContent())).toBe(words[lang].figure);
    await figure.click();
    await page.getByRole("button", { name: words[lang].toWords }).first().click();
    const mark = page.locator("dialog mark");
    await mark.waitFor();
    await expect.poll(() => mark.textContent()).toContain("20.815 chercheurs d");
    await expect.poll(() => isSeen(page)).toBe(true);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    expect(page.url()).toContain("FES-MEKNES-1");
    expect([...hosts]).toEqual([new URL(site.address).host]);
    await leave(page);
  });

  const isSeen = (page: Page) =>
    page.locator("dialog mark").evaluate((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });

  test("the same walk by keyboard alone", async () => {
    const { page } = await site.window({ lang: "fr" });
    await visit(page, "/agreements");
    await page.locator('a[href*="/agreements/FES-MEKNES-CONVENTIONS"]').first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/FES-MEKNES-1/);
    const figure = page.locator("td button.figure").first();
    await figure.waitFor();
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog button.to-words").first().waitFor();
    await page.locator("dialog button.to-words").first().focus();
    await page.keyboard.press("Enter");
    await page.locator("dialog mark").waitFor();
    await leave(page);
  });

  test("the fictional region says that it is simulated, on the screen and in print, and holds nothing real", async () => {
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements");
    await expect.poll(() => page.locator(".simulated-mark").count()).toBe(0);
    await page.locator(".space-switch").selectOption("simulated");
    await page.locator(".simulated-mark").waitFor();
    await page.locator('a[href*="/agreements/AO-2025-1"]').waitFor();
    await expect.poll(() => page.locator('a[href*="FES-MEKNES"]').count()).toBe(0);
    await page.locator('a[href*="/agreements/AO-2025-1"]').click();
    await page.waitForURL(/AO-2025-1/);
    await page.locator("h1", { hasText: "Atlas" }).waitFor();
    await expect.poll(() => page.title()).toContain(words.fr.simulated);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".simulated-mark").isVisible()).toBe(true);
    await expect.poll(() => page.locator(".header").isVisible()).toBe(false);
    await leave(page);
  });

  test("an address of a simulated agreement is marked without being asked", async () => {
    const { page } = await site.window({ lang: "ar" });
    await page.goto("/agreements/AO-2025-1");
    await page.locator(".simulated-mark").waitFor();
    expect(plain(await page.locator(".simulated-mark").textContent())).toContain(words.ar.simulated);
    await leave(page);
  });

  test("the language is chosen once and kept, and the address can carry it", async () => {
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements");
    await page.locator('.language-switch a[lang="ar"]').click();
    await page.locator('html[dir="rtl"]').waitFor();
    expect(page.url()).toContain("lang=ar");
    await page.goto("/standings");
    await page.locator('html[lang="ar"]').waitFor();
    await leave(page);
  });

  test("filters stand in the address, and an empty answer says why", async () => {
    const { page } = await site.window({ lang: "en" });
    await page.goto("/agreements");
    await page.locator("search input").fill("actiris");
    await page.waitForURL(/text=actiris/);
    await page.locator('a[href*="/agreements/FES-MEKNES-1"]').waitFor({ state: "detached" });
    await expect.poll(() => page.locator('a[href*="ACTIRIS"]').count()).toBe(2);
    await page.goto("/agreements?text=nowhere-at-all");
    await page.locator(".table-empty").waitFor();
    expect(plain(await page.locator(".table-empty").textContent())).toContain(
      "No agreement passes these filters",
    );
    await leave(page);
  });

  test("a figure is the sum of its rows, part by part, and a row shows who verified it", async () => {
    const { page } = await site.window({ lang: "en" });
    await page.goto("/agreements/AO-2025-1");
    const realised = page.locator("td button.figure", { hasText: /^18$/u });
    await realised.click();
    const rows = page.locator("dialog tbody tr");
    await rows.first().waitFor();
    const counted = await page.locator("dialog tbody td:last-child", { hasText: /^counted$/u }).count();
    expect([await rows.count(), counted]).toEqual([19, 18]);
    const parts = await page.locator("dialog .breakdown-part bdi").allTextContents();
    expect(parts.reduce((sum, part) => sum + Number(part), 0)).toBe(18);
    await page.locator("dialog .breakdown-part", { hasText: "E2" }).click();
    await page.waitForFunction(() => document.querySelectorAll("dialog tbody tr").length === 11);
    await page.locator("dialog tbody button.figure").first().click();
    await page.locator("dialog .fact-entries", { hasText: "Verified at level E2" }).waitFor();
    await leave(page);
  });

  test.each(["fr", "ar"] as const)("an agreement prints on A4 with no column cut, in %s", async (lang) => {
    const { page } = await site.window({ lang, width: 690 });
    await visit(page, "/agreements/FES-MEKNES-1");
    await page.locator("td button.figure").first().waitFor();
    await page.emulateMedia({ media: "print" });
    const cut = await page
      .locator(".table-frame")
      .evaluateAll((frames) => frames.map((frame) => frame.scrollWidth - frame.clientWidth));
    expect(cut.filter((width) => width > 1)).toEqual([]);
    await leave(page);
  });
});
