// Every figure opens: ten of each screen, chosen by a seed that is printed, are followed down to their rows and up to
// their words; what is summed on the way is what the screen says. ILTIZAM_SEED repeats a choice.
import { existsSync } from "node:fs";
import { loadDemo } from "@iltizam/server/demo";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { chance, openFigure, pickSome } from "./open-figures.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 180_000 });

const seed = Number(process.env.ILTIZAM_SEED ?? Date.now() % 1_000_000);
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
] as const;

describe.skipIf(!existsSync(chromiumPath))(`every figure opens (ILTIZAM_SEED=${seed})`, () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite(loadDemo);
  }, 240_000);
  afterAll(() => site.close());

  test.each(screens)("of %s", async (_, path, lang) => {
    const { context } = await site.reader({ lang });
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" });
    const figures = page.locator(
      "main :is(td, .bars, .months, .together) button.figure:has(bdi):not(.small:not([data-line]))",
    );
    await figures.first().waitFor();
    const chosen = pickSome(perScreen, await figures.count(), chance(seed));
    expect(chosen.length).toBeGreaterThan(0);
    for (const at of chosen) {
      const told = await openFigure(page, figures.nth(at)).catch((error: Error) => {
        throw new Error(`figure ${at} of ${path}, seed ${seed}: ${error.message}`, { cause: error });
      });
      expect(told).not.toBe("");
    }
    await context.close();
  });

  test("a late promise that a card of the board counts is late on its agreement", async () => {
    const { context } = await site.reader({ lang: "en" });
    const page = await context.newPage();
    await page.goto("/agreements/board?space=simulated", { waitUntil: "networkidle" });
    const late = page.locator(".board-card", { hasText: /commitments? late/u });
    const cards = await late.count();
    expect(cards).toBeGreaterThan(0);
    const card = late.nth(chance(seed)(cards));
    const counted = Number(
      ((await card.locator('[data-state="late"]').textContent()) ?? "").match(/\d+/u)?.[0] ?? 1,
    );
    await card.locator("a").first().click();
    await page.locator("td button.figure").first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.locator('table:has(td button.figure) [data-state="late"]').count()).toBe(counted);
    await context.close();
  });
});
