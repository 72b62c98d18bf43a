// The walks of docs/walks, done as their pages tell them, in the languages of their pages.
import { existsSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readWalk } from "./read-walk.ts";
import { leave } from "./reader.ts";
import { seedDrafts } from "./seed-draft.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";
import { doStep, type Walker } from "./walk-steps.ts";

vi.setConfig({ testTimeout: 240_000 });

const stories = [
  "US-03",
  "US-04",
  "US-04-cycle",
  "US-05",
  "US-15",
  "US-16",
  "US-18",
  "US-18-file",
  "US-23",
  "US-26",
  "US-27",
  "US-28",
  "US-29",
  "diagnosis",
] as const;

describe.skipIf(!existsSync(chromiumPath))("a walk", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
    // each language writes its own
    await seedDrafts(site.databaseUrl, ["TEXTE-FR", "TEXTE-AR"]);
  }, 120_000);
  afterAll(() => site.close());

  const walks = stories.flatMap((story) => readWalk(story).langs.map((lang) => ({ story, lang })));

  test.each(walks)("$story in $lang, as its page tells it", async ({ story, lang }) => {
    const { clicks, steps } = readWalk(story);
    expect(steps.filter(({ does }) => does === "click").length).toBe(clicks);
    const { page } = await site.window({ lang });
    const walker: Walker = { page, lang };
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    for (const [at, step] of steps.entries()) {
      await doStep(walker, step).catch((error: Error) => {
        throw new Error(`step ${at + 1} of ${story} (${step.does} ${step.what}): ${error.message}`);
      });
    }
    await leave(page);
  });
});
