// Ctrl-K: an agreement, a party and a place by their names, in French and in Arabic, whatever the accents; keyboard alone.
import { existsSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { axeViolations } from "./axe.ts";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 240_000 });

describe.skipIf(!existsSync(chromiumPath))("the search", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const type = async (page: Page, text: string) => {
    await page.keyboard.press("Control+k");
    await page.locator("dialog input").fill(text);
    await page.locator('dialog [role=listbox][aria-busy="false"] [role=option]').first().waitFor();
  };

  test.each([
    ["fr", "creation d opportunites", /agreements\/FES-MEKNES-1\b/u],
    ["fr", "LI-1", /agreements\/ACTIRIS-LI-1/u],
    ["en", "fez", /region=|agreements/u],
    ["ar", "فاس", /region=03/u],
    ["ar", "الدار البيضاء", /region=06/u],
    ["fr", "laayoune", /region=(%22)?11/u],
  ] as const)("in %s, «%s» leads to its place", async (lang, text, address) => {
    const { page } = await site.window({ lang });
    await visit(page, "/standings");
    await type(page, text);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL(address);
    await page.locator("dialog").waitFor({ state: "detached" });
    await leave(page);
  });

  test("a party leads to its agreements, arrows go round, and what was opened is remembered", async () => {
    const { page } = await site.window({ lang: "fr" });
    // a list that other words had narrowed follows
    await visit(page, "/agreements?text=fes");
    await type(page, "actiris");
    const chosen = page.locator('dialog [role=option][aria-selected="true"]');
    const first = await chosen.textContent();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => chosen.textContent()).not.toBe(first);
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => chosen.textContent()).toBe(first);
    await page.locator("dialog [role=option]", { hasText: "ACTIRIS" }).last().click();
    await page.waitForURL(/text=/);
    await page.locator('a[href*="ACTIRIS"]').first().waitFor();
    await expect.poll(() => page.locator("search input[type=search]").inputValue()).toMatch(/actiris/iu);
    await page.keyboard.press("Control+k");
    await page.locator("dialog", { hasText: "Ouverts récemment" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.locator("dialog").waitFor({ state: "detached" });
    await leave(page);
  });

  test("what nobody bears is said, and nothing is left on the screen", async () => {
    const { page } = await site.window({ lang: "en" });
    await page.goto("/agreements");
    await page.getByRole("button", { name: "Search" }).click();
    // at once, before what searches is loaded
    await page.keyboard.type("qxwvjk");
    await page.locator("dialog", { hasText: "Nothing bears this name" }).waitFor();
    expect(await page.locator("dialog input").inputValue()).toBe("qxwvjk");
    await expect.poll(() => page.locator("dialog [role=option]").count()).toBe(0);
    await leave(page);
  });
});
