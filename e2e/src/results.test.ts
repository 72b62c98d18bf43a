// Results through the real application: one is entered and taken back, others are verified and sent back, by keyboard.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { leave } from "./reader.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

// Each walk goes in one language, another one each: what a language can break is its words, and those every page shares.
type Lang = "fr" | "ar" | "en";

describe.skipIf(!existsSync(chromiumPath))("in a browser", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  });
  afterAll(() => site.close());

  const plain = (text: string | null) => (text ?? "").replace(/[\s\u200e\u200f\u2068\u2069]+/gu, " ").trim();

  async function open(lang: Lang, path: string, width?: number) {
    const { page } = await site.window({ lang, ...(width !== undefined && { width }) });
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
    // the form before asks a day too, that of the birth: it goes once she is registered
    await page.locator("input[role=combobox]").waitFor();
    await page.locator("input.day-text").fill("2026-02-02");
    await page.locator("input[role=combobox]").fill("الأطلس");
    // sooner than the register answers
    await page.locator("input[role=combobox]").press("Enter");
  }

  test("a result is entered on a phone, with its paper, and taken back", async () => {
    const page = await open("ar", "/results/record?commitment=AO-2025-1%2F1", 360);
    await fillIn(page, "YY10177");
    await page.locator(".levels li").nth(3).waitFor();
    expect(plain(await page.locator(".levels li").first().textContent())).toMatch(/18.*19/u);
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "contrat.txt", mimeType: "text/plain", buffer: Buffer.from("contrat") });
    await page.locator("button.main-button").click();
    await page.locator(".saved h2", { hasText: "سُجلت النتيجة" }).waitFor();
    await page.locator(".saved", { hasText: "أُنجز 19 من أصل 32" }).waitFor();
    await page.locator(".saved summary").click();
    await page.locator(".saved input").fill("saisie pour un essai");
    await page.locator(".saved form button[type=submit]").click();
    await page.locator(".saved h2", { hasText: "سُحبت" }).waitFor();
    await leave(page);
  });

  test("one is verified and one sent back by keyboard alone", async () => {
    const page = await open("en", "/results/waiting?space=simulated");
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
    await leave(page);
  });

  test("those that remain are verified at once, with one reason", async () => {
    const page = await open("fr", "/results/waiting?space=simulated");
    await page.locator(".bulk button").first().click();
    await page.locator(".bulk-forms input[required]").fill("vu les contrats");
    await page.locator(".bulk-forms [data-judge=verify]").click();
    await page.locator(".bulk .done", { hasText: "6 résultats jugés." }).waitFor();
    await page.locator(".table-empty").waitFor();
    await leave(page);
  });

  test("a sheet is tried, mended in its cell and recorded", async () => {
    const page = await open("fr", "/results/import?space=simulated");
    const row = (person: number, date: string) => `AO-2025-1/1,${date},XX1${person}5555,90,essai`;
    const text = ["commitment,date,document_number,place,source", row(1, "2026-04-01"), row(2, "demain")];
    await page
      .locator("input[type=file]")
      .setInputFiles({ name: "mars.csv", mimeType: "text/csv", buffer: Buffer.from(text.join("\n")) });
    const wrong = page.locator("[aria-invalid=true]");
    // the thread that reads sheets begins with the first one
    await wrong.waitFor();
    await expect.poll(() => wrong.inputValue()).toBe("demain");
    await page.locator(".sheet-errors button").nth(2).focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => wrong.evaluate((cell) => cell === document.activeElement)).toBe(true);
    await wrong.fill("2026-04-02");
    await page.locator(".sheet-errors .main-button").click();
    await page.locator(".sheet-tally dd").first().waitFor();
    await page.locator(".answer .main-button").click();
    await page.locator(".saved").waitFor();
    expect(await page.locator(".saved .sheet-tally dd").allTextContents()).toEqual(["2", "2", "0", "0", "0"]);
    await leave(page);
  });

  test("two who may be one are merged after it is seen what changes, and split again", async () => {
    const page = await open("ar", "/results/same-persons?space=simulated", 360);
    await page.locator(".table-empty").waitFor();
    for (const number of ["ZZ1002", "ZZ1005"]) {
      const person = { name: "Personne inventée", birthDate: "1990-01-01" };
      const data = { space: "simulated", document: { number }, person };
      expect((await page.request.post("/api/v1/people", { data })).status()).toBe(200);
    }
    await page.reload();
    const pair = page.locator(".same-pair").first();
    await pair.locator(".likenesses li").nth(1).waitFor();
    expect(await page.content()).not.toContain("inventée");
    await pair.locator("[data-judge=merge] summary").click();
    await pair.locator(".levels li").nth(3).waitFor();
    // the two of the sheet count too
    expect(plain(await pair.locator(".levels").first().textContent())).toMatch(/20.*19/u);
    await pair.locator("[data-judge=merge] input[required]").fill("وثيقتان لشخص واحد");
    await pair.locator("[data-judge=merge] button[type=submit]").click();
    await page.locator(".table-empty").waitFor();
    await page.locator("[data-judge=split] summary").click();
    await page.locator("[data-judge=split] input[required]").fill("هما شخصان");
    await page.locator("[data-judge=split] button[type=submit]").click();
    await page.locator("[data-judge=merge]").waitFor();
    await leave(page);
  });
});
