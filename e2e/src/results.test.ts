// Results through the real application: one is entered and taken back, others are verified and sent back, by keyboard.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chromiumPath, openSite, type Site } from "./site.ts";

const langs = ["fr", "ar", "en"] as const;
const words = {
  fr: { saved: "Résultat enregistré", realised: "19 réalisés sur 32", back: "retiré" },
  ar: { saved: "سُجلت النتيجة", realised: "أُنجز 19 من أصل 32", back: "سُحبت" },
  en: { saved: "Result recorded", realised: "19 realised of 32", back: "withdrawn" },
};

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

describe.skipIf(!existsSync(chromiumPath))("in a browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const plain = (text: string | null) => (text ?? "").replace(/[\s\u200e\u200f\u2068\u2069]+/gu, " ").trim();

  async function open(lang: (typeof langs)[number], path: string, width?: number) {
    const { context } = await site.reader({ lang, ...(width !== undefined && { width }) });
    const page = await context.newPage();
    page.setDefaultTimeout(25_000);
    await page.goto(path);
    return page;
  }

  /** Finds nobody under the document, registers her, and fills in the day and the place. */
  async function fillIn(page: Page, document: string) {
    await page.locator("form input[dir=ltr]").first().fill(document);
    await page.locator("form button[type=submit]").click();
    await page.locator("form input[maxlength='200'][required]").fill("Personne inventée");
    expect(await page.content()).not.toContain(document);
    await page.locator("form button[type=submit]").click();
    await page.locator("input[type=date]").fill("2026-02-02");
    await page.locator("input[role=combobox]").fill("الأطلس");
    await page.locator("[role=option]").first().waitFor();
    await page.locator("input[role=combobox]").press("Enter");
  }

  test.each(langs)("a result is entered on a phone, with its paper, and taken back, in %s", async (lang) => {
    const page = await open(lang, "/results/record?commitment=AO-2025-1%2F1", 360);
    await fillIn(page, `YY${100 + langs.indexOf(lang)}77`);
    await page.locator(".levels li").nth(3).waitFor();
    expect(plain(await page.locator(".levels li").first().textContent())).toMatch(/18.*19/u);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "contrat.txt", mimeType: "text/plain", buffer: Buffer.from("contrat") });
    await page.locator("button.main-button").click();
    await page.locator(".saved h2", { hasText: words[lang].saved }).waitFor();
    await page.locator(".saved", { hasText: words[lang].realised }).waitFor();
    await page.locator(".saved summary").click();
    await page.locator(".saved input").fill("saisie pour un essai");
    await page.locator(".saved form button[type=submit]").click();
    await page.locator(".saved h2", { hasText: words[lang].back }).waitFor();
    await page.context().close();
  });

  test.each(langs)("one is verified and one sent back by keyboard alone, in %s", async (lang) => {
    const page = await open(lang, "/results/waiting?space=simulated");
    const rows = page.locator("tbody tr");
    await rows.first().waitFor();
    const before = await rows.count();
    await page.keyboard.press("j");
    await page.locator(".judge-one [data-judge=verify]").waitFor();
    await page.keyboard.press("v");
    await expect.poll(() => rows.count()).toBe(before - 1);
    await page.locator(".judge-one [data-judge=return]").waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("il manque la signature");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect.poll(() => rows.count()).toBe(before - 2);
    await page.context().close();
  });

  test("those that remain are verified at once, with one reason", async () => {
    const page = await open("fr", "/results/waiting?space=simulated");
    await page.locator(".bulk button").first().click();
    await page.locator(".bulk-forms input[required]").fill("vu les contrats");
    await page.locator(".bulk-forms [data-judge=verify]").click();
    await page.locator(".bulk .done", { hasText: "2 résultats jugés." }).waitFor();
    await page.locator(".table-empty").waitFor();
    await page.context().close();
  });

  test.each(langs)("a sheet is tried, mended in its cell and recorded, in %s", async (lang) => {
    const page = await open(lang, "/results/import?space=simulated");
    const at = langs.indexOf(lang);
    const row = (person: number, date: string) => `AO-2025-1/1,${date},XX${at}${person}5555,90,essai`;
    const text = ["commitment,date,document_number,place,source", row(1, "2026-04-01"), row(2, "demain")];
    const name = `mars-${lang}.csv`;
    await page
      .locator("input[type=file]")
      .setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text.join("\n")) });
    const wrong = page.locator("[aria-invalid=true]");
    // the thread that reads sheets begins with the first one
    await wrong.waitFor({ timeout: 60_000 });
    expect(await wrong.inputValue()).toBe("demain");
    await page.locator(".sheet-errors button").nth(2).focus();
    await page.keyboard.press("Enter");
    expect(await wrong.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await wrong.fill("2026-04-02");
    await page.locator(".sheet-errors .main-button").click();
    await page.locator(".sheet-tally dd").first().waitFor();
    await page.locator(".answer .main-button").click();
    await page.locator(".saved").waitFor();
    expect(await page.locator(".saved .sheet-tally dd").allTextContents()).toEqual(["2", "2", "0", "0", "0"]);
    await page.context().close();
  });
});
