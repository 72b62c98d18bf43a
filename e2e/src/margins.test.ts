// A counted figure by its margins: each split adds up to it, and a line opens exactly its rows.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const splits = {
  fr: ["sexe", "âge", "milieu", "diplôme", "mois"],
  ar: ["الجنس", "السن", "الوسط", "الشهادة", "الشهر"],
  en: ["sex", "age", "milieu", "education", "month"],
} as const;

describe.skipIf(!existsSync(chromiumPath))("the margins of a figure", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const numberIn = (text: string) => Number(text.replace(/\D/gu, ""));

  test.each([
    ["fr", "", 18],
    ["ar", "", 18],
    ["en", "&asOf=2025-06-30", 11],
  ] as const)("in %s%s each split makes %i, and each line its rows", async (lang, day, realised) => {
    const { page } = await site.window({ lang });
    await page.goto(`/agreements/AO-2025-1?open=figure~AO-2025-1%2F1~realised${day}`);
    const lines = page.locator("dialog .margin-line");
    for (const split of splits[lang]) {
      await page.locator("dialog .margins-choice").getByRole("button", { name: split, exact: true }).click();
      const figures = await lines.locator(".margin-realised").allTextContents();
      expect([split, figures.reduce((sum, text) => sum + numberIn(text), 0)]).toEqual([split, realised]);
      await lines.first().click();
      await page.waitForFunction(
        (count) => document.querySelectorAll("dialog tbody tr").length === count,
        numberIn(figures[0] ?? ""),
      );
      await lines.first().click();
    }
    await leave(page);
  });
});
