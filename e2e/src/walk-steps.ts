// What one row of a walk does in the browser.
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { correctWord } from "./correct-word.ts";
import type { Lang, Step } from "./read-walk.ts";
import { visit } from "./settled.ts";

/** A page on its walk, with the file that it was given last. */
export interface Walker {
  readonly page: Page;
  readonly lang: Lang;
  file?: Buffer;
}

export async function doStep(walker: Walker, step: Step): Promise<void> {
  const { page, lang } = walker;
  const { does, what } = step;
  const words = step.words[lang];
  if (does === "open") await visit(page, what.replace("{LANG}", lang.toUpperCase()));
  else if (does === "press") await page.keyboard.press(words);
  else if (does === "type") await page.keyboard.type(words.replaceAll("␣", " "));
  else if (does === "fill") await fill(page, step, words, lang);
  else if (does === "mark") await mark(page, what, words);
  else if (does === "return") await giveBack(walker, what.split(", "), words.split(", "));
  else if (does === "miss") await expect.poll(() => page.getByLabel(what).count()).toBe(0);
  else if (does === "choose") await page.getByRole("group", { name: what }).getByLabel(words).check();
  else if (does === "see") await placeOf(page, step, words).first().waitFor();
  else if (what === "download") walker.file = await download(page, words);
  else {
    await placeOf(page, step, words).first().click();
    if (what === "print") await page.locator("html[data-printed]").waitFor();
  }
}

const beginnings: Readonly<Record<string, string>> = { pdf: "%PDF-", docx: "PK" };

/** A button that gives a file: it is no empty one, and begins as its name says. */
async function download(page: Page, words: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: words, exact: true }).click();
  const file = await coming;
  const bytes = await readFile(await file.path());
  const beginning = beginnings[file.suggestedFilename().split(".").at(-1) ?? ""];
  expect(beginning).toBeDefined();
  expect(bytes.subarray(0, beginning?.length).toString("latin1")).toBe(beginning);
  return bytes;
}

/** The label in this language is one of those that the page gives between strokes. */
async function fill(page: Page, { what, isSelector }: Step, value: string, lang: Lang): Promise<void> {
  const labels = what.split(" / ");
  const label = labels[["fr", "ar", "en"].indexOf(lang)] ?? what;
  const labelled = page.getByLabel(label, { exact: true }).filter({ visible: true });
  const field = isSelector ? page.locator(what) : labelled;
  const isChoice = (await field.evaluate(({ tagName }) => tagName)) === "SELECT";
  await (isChoice ? field.selectOption({ label: value }) : field.fill(value));
}

/** Marks words of a text, as a mouse drawn over them does. */
async function mark(page: Page, place: string, words: string): Promise<void> {
  await page
    .locator(place)
    .getByText(words)
    .last()
    .evaluate((element, wanted) => {
      const node = [...element.childNodes].find(({ nodeValue }) => nodeValue?.includes(wanted));
      const start = node?.nodeValue?.indexOf(wanted) ?? -1;
      if (node === undefined || start === -1) throw new Error(`«${wanted}» is not one piece of the text`);
      window.getSelection()?.setBaseAndExtent(node, start, node, start + wanted.length);
    }, words);
}

/** The Word document that was downloaded, with other words in its controls. */
async function giveBack({ page, file }: Walker, keys: readonly string[], words: readonly string[]) {
  if (file === undefined) throw new Error("nothing was downloaded before");
  const buffer = correctWord(file, new Map(keys.map((key, at) => [key, words[at] ?? ""])));
  await page.locator("input[type=file]").setInputFiles({
    ...{ name: "retour.docx", buffer },
    mimeType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  });
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
