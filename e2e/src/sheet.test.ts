// The executive sheet: one A4 page in each language, with its button, its late promise and the words of its source.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { settled } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const words = {
  fr: { print: "Imprimer", sheet: "Imprimer la fiche d’une page", noDeadline: "un retard ne se juge pas" },
  ar: { print: "طباعة", sheet: "طباعة بطاقة من صفحة واحدة", noDeadline: "لا يمكن الحكم على التأخر" },
  en: { print: "Print", sheet: "Print the one-page sheet", noDeadline: "lateness cannot be judged" },
} as const;
const langs = Object.keys(words) as (keyof typeof words)[];

describe.skipIf(!existsSync(chromiumPath))("the executive sheet", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/gu)?.length;

  test.each(langs)("from the agreement to one printed page, in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await page.goto("/agreements/FES-MEKNES-1");
    await page.getByRole("link", { name: words[lang].sheet }).click();
    await page.waitForURL(/FES-MEKNES-1\/sheet/);
    await page.getByRole("button", { name: words[lang].print, exact: true }).waitFor();
    await settled(page);
    const text = (await page.locator("article").textContent()) ?? "";
    expect(text).toContain(words[lang].noDeadline);
    expect(text).toContain("20.815 chercheurs d");
    expect(text).toMatch(/374\D800\D000/u);
    expect(pagesOf(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".sheet-tools").isVisible()).toBe(false);
    await leave(page);
  });

  test("what is simulated says so on its sheet, and a past day is read as it was", async () => {
    const { page } = await site.window({ lang: "fr" });
    await page.goto("/agreements/AO-2025-1/sheet?asOf=2025-06-30");
    await page.locator(".simulated-mark").waitFor();
    const figures = page.locator(".sheet-first .sheet-cell.number");
    await figures.first().waitFor();
    // 11 of the 18 persons were placed by the end of June 2025, 5 of them proven, and the target was still the original one
    expect((await figures.allTextContents()).map((text) => text.replace(/\D/gu, ""))).toEqual([
      "",
      "40",
      "",
      "11",
      "5",
    ]);
    await page.emulateMedia({ media: "print" });
    await expect.poll(() => page.locator(".simulated-mark").isVisible()).toBe(true);
    await leave(page);
  });
});
