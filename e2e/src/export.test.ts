// The file of a table holds exactly what the table shows: its rows, its order, its columns, its language.
import { existsSync, readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const asCsv = {
  fr: "Exporter ce tableau en CSV",
  ar: "تصدير هذا الجدول بصيغة CSV",
  en: "Export this table as CSV",
} as const;

describe.skipIf(!existsSync(chromiumPath))("an export", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const downloaded = async (page: Page, name: string) => {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name }).click();
    const download = await waiting;
    return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
  };
  const linesOf = (csv: Buffer) => csv.toString("utf8").slice(1).trimEnd().split("\r\n");
  const plain = (text: string | null) => (text ?? "").replace(/[\s\u200e\u200f]+/gu, " ").trim();

  test.each(["fr", "ar", "en"] as const)("of the filtered, sorted list in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await visit(page, "/agreements?text=fes&sort=reference&direction=desc");
    const { name, content } = await downloaded(page, asCsv[lang]);
    expect(name).toMatch(/^iltizam-agreements-\d{4}-\d\d-\d\d\.csv$/u);
    const [headings = "", ...rows] = linesOf(content);
    const titles = await page.locator("tbody th a").allTextContents();
    expect(rows.length).toBe(titles.length);
    rows.forEach((row, at) => {
      expect(row).toContain(plain(titles[at] ?? null).replaceAll('"', '""'));
    });
    const shown = await page.locator("thead th").allTextContents();
    for (const heading of shown) expect(headings).toContain(plain(heading).replace(/ [↑↓]$/u, ""));
    await leave(page);
  });

  test("of the standings, with the columns that are chosen and the figures as numbers", async () => {
    const { page } = await site.window({ lang: "fr" });
    await visit(page, "/standings?space=simulated");
    await page.locator(".column-choice summary").click();
    await page.locator(".column-choice label", { hasText: "déclaré" }).locator("input").uncheck();
    await page.locator(".column-choice summary").click();
    const { name, content } = await downloaded(page, asCsv.fr);
    expect(name).toMatch(/^iltizam-SIMULATED-standings-/u);
    const [headings = "", row = ""] = linesOf(content);
    expect(headings).not.toContain("déclaré");
    expect(headings.startsWith("Simulé,engagement,promesse,indicateur")).toBe(true);
    expect(row.startsWith("Simulé,AO-2025-1/1,insertion de jeunes")).toBe(true);
    expect(row).toContain(",32,18,11,");
    await leave(page);
  });

  test("as a workbook", async () => {
    const { page } = await site.window({ lang: "ar" });
    await visit(page, "/standings");
    const { name, content } = await downloaded(page, asCsv.ar.replace("CSV", "XLSX"));
    expect(name).toMatch(/\.xlsx$/u);
    expect(content.subarray(0, 2).toString()).toBe("PK");
    await leave(page);
  });
});
