// The board by stage: arrows between cards, a move that is an act of the life cycle, and its guard's sentence.
import { existsSync } from "node:fs";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

const words = {
  fr: {
    move: "Changer d’étape",
    suspend: "suspendre",
    closing: "engager la clôture",
    missing: "un avenant de suspension",
  },
  ar: { move: "تغيير المرحلة", suspend: "توقيف", closing: "إقفال", missing: "ملحق" },
  en: { move: "Change stage", suspend: "suspend", closing: "begin the closing", missing: "an amendment" },
} as const;

/** As a hand drags. (The library's own way scrolls between the press and the first move, and a scrolled card is not lifted.) */
async function drag(page: Page, card: Locator, column: Locator): Promise<void> {
  await column.scrollIntoViewIfNeeded();
  const from = await middleOf(card);
  const to = await middleOf(column);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 5 });
  await page.mouse.up();
}

async function middleOf(one: Locator): Promise<{ x: number; y: number }> {
  const box = await one.boundingBox();
  if (box === null) throw new Error("it is not on the screen");
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 100) };
}

describe.skipIf(!existsSync(chromiumPath))("the board", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("href") ?? "");

  test.each(["fr", "ar"] as const)("arrows go between cards and Enter opens, in %s", async (lang) => {
    const { page } = await site.window({ lang });
    await visit(page, "/agreements/board");
    const columns = page.locator(".board-column");
    await columns.first().waitFor();
    await expect.poll(() => columns.count()).toBe(10);
    const [first, second] = await columns.first().locator(".board-card a").all();
    await first?.focus();
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => focused(page)).toBe(await second?.getAttribute("href"));
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press(lang === "ar" ? "ArrowLeft" : "ArrowRight");
    const memorandum = columns.nth(1).locator(".board-card a").first();
    await expect.poll(() => focused(page)).toBe(await memorandum.getAttribute("href"));
    await page.keyboard.press("Enter");
    await page.waitForURL(/RABAT-MOU-1/);
    await leave(page);
  });

  test.each(["fr", "ar", "en"] as const)(
    "a move that lacks something is refused with its sentence, in %s",
    async (lang) => {
      const { page } = await site.window({ lang });
      await page.goto("/agreements/board?space=simulated");
      const card = page.locator(".board-card", { hasText: "AO-2025-1" });
      await card.getByRole("button", { name: words[lang].move }).click();
      const dialog = page.locator("dialog");
      await dialog.getByRole("radio").first().waitFor();
      await dialog.locator("label", { hasText: words[lang].missing }).first().click();
      await dialog.locator("textarea").fill("un essai");
      await dialog.locator("button[type=submit]").click();
      await expect.poll(() => dialog.getByRole("alert").textContent()).toContain(words[lang].missing);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await expect.poll(() => card.count()).toBe(1);
      await leave(page);
    },
  );

  test("a move that may be done moves the card, by mouse as by the list of acts", async () => {
    const { page } = await site.window({ lang: "fr" });
    await visit(page, "/agreements/board?space=simulated");
    const card = page.locator(".board-card", { hasText: "AO-2025-1" });
    await drag(page, card, page.locator(".board-column").nth(8));
    await page.locator("dialog button[type=submit]", { hasText: words.fr.closing }).click();
    await page.locator(".board-column").nth(8).locator(".board-card", { hasText: "AO-2025-1" }).waitFor();
    await page.locator("dialog[open]").waitFor({ state: "detached" });
    await leave(page);
  });
});
