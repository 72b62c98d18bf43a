// The walks of docs/walks, done as their pages tell them, in the three languages.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { readWalk, type Step } from "./read-walk.ts";
import { leave } from "./reader.ts";
import { visit } from "./settled.ts";
import { chromiumPath, openSite, type Site } from "./site.ts";

vi.setConfig({ testTimeout: 90_000 });

const stories = [
  "US-03",
  "US-04",
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
const langs = ["fr", "ar", "en"] as const;
type Lang = (typeof langs)[number];

describe.skipIf(!existsSync(chromiumPath))("a walk", () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite();
  }, 120_000);
  afterAll(() => site.close());

  const walks = stories.flatMap((story) => langs.map((lang) => ({ story, lang })));

  test.each(walks)("$story in $lang, as its page tells it", async ({ story, lang }) => {
    const { clicks, steps } = readWalk(story);
    expect(steps.filter(({ does }) => does === "click").length).toBe(clicks);
    const { page } = await site.window({ lang });
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute("data-printed", "");
    });
    for (const [at, step] of steps.entries()) {
      await doStep(page, step, lang).catch((error: Error) => {
        throw new Error(`step ${at + 1} of ${story} (${step.does} ${step.what}): ${error.message}`);
      });
    }
    await leave(page);
  });
});

async function doStep(page: Page, step: Step, lang: Lang): Promise<void> {
  const words = step.words[lang];
  if (step.does === "open") await visit(page, step.what);
  else if (step.does === "press") await page.keyboard.press(words);
  else if (step.does === "fill") await fill(page, step.what, words, lang);
  else if (step.does === "see") await placeOf(page, step, words).first().waitFor();
  else if (step.what === "download") await download(page, words);
  else {
    await placeOf(page, step, words).first().click();
    if (step.what === "print") await page.locator("html[data-printed]").waitFor();
  }
}

/** A button that gives a file: it is no empty one, and begins as its name says. */
async function download(page: Page, words: string): Promise<void> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: words, exact: true }).click();
  const file = await coming;
  const begins = (await readFile(await file.path())).subarray(0, 5).toString("latin1");
  expect([file.suggestedFilename().split(".").at(-1), begins]).toEqual(["pdf", "%PDF-"]);
}

/** The label in this language is one of those that the page gives between strokes. */
async function fill(page: Page, labels: string, value: string, lang: Lang): Promise<void> {
  const label = labels.split(" / ")[langs.indexOf(lang)] ?? labels;
  const field = page.getByLabel(label, { exact: true });
  const isChoice = (await field.evaluate(({ tagName }) => tagName)) === "SELECT";
  await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
}

/** What the reader looks for: in the drawer if one is open, as a dialog hides the rest. */
function placeOf(page: Page, { what, isSelector }: Step, words: string): Locator {
  if (isSelector) return page.locator(what).filter({ visible: true });
  if (what === "heading") return page.getByRole("heading", { name: words });
  if (what === "figure") {
    return page.locator("main button.figure", { has: page.locator(`bdi:text-is("${words}")`) });
  }
  if (what === "link") return page.getByRole("link", { name: words, exact: true });
  if (what === "button" || what === "print") return page.getByRole("button", { name: words, exact: true });
  return page.getByText(words).filter({ visible: true });
}
