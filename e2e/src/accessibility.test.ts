// axe-core finds no violation on any screen, from left to right and from right to left, wide and narrow; no screen asks
// another host, breaks the strict policy or spills over its width.
import { existsSync } from "node:fs";
import type { ConsoleMessage, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { axeViolations } from "./axe.ts";
import { screens } from "./screens.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";
import { windowsOf } from "./windows.ts";

/** Screens looked at side by side, each in a window of its own. */
const sideBySide = 3;

// A browser on a busy machine takes its time.
vi.setConfig({ testTimeout: 240_000, maxConcurrency: sideBySide });

describe.skipIf(!existsSync(chromiumPath))("every screen", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());
  const inWindow = windowsOf(() => site);

  const places = Object.entries(screens).flatMap(([name, path]) =>
    (["fr", "ar"] as const).map((lang) => ({ name, path, lang })),
  );

  test.concurrent.each(places)("$name in $lang, wide and narrow", ({ path, lang }) =>
    inWindow(lang, async ({ page, hosts }) => {
      const complaints: string[] = [];
      const listen = (message: ConsoleMessage) => {
        if (message.type() === "error") complaints.push(message.text());
      };
      page.on("console", listen);
      await page.setViewportSize({ width: 1440, height: 900 });
      await visit(page, path);
      expect(await axeViolations(page)).toEqual([]);
      expect(await spills(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await spills(page)).toEqual([]);
      page.off("console", listen);
      expect(complaints).toEqual([]);
      expect([...hosts]).toEqual([new URL(site.address).host]);
    }),
  );
});

/** What is wider than the window, or cut off in a table's frame. */
async function spills(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // in other letters, which stand there until ours come, words are wider
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const { scrollWidth, clientWidth } = document.documentElement;
    const frames = [...document.querySelectorAll("main .table-frame")];
    const cut = frames.filter((frame) => frame.scrollWidth - frame.clientWidth > 1);
    return [
      ...(scrollWidth > clientWidth ? [`the page by ${scrollWidth - clientWidth} px`] : []),
      ...cut.map((frame) => `a table by ${frame.scrollWidth - frame.clientWidth} px`),
    ];
  });
}
