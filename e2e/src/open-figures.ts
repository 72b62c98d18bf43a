// Opens a figure as a reader does, follows it down to its rows and up to its words, and compares every sum on the way.
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { settled } from "./settled.ts";

/** Numbers as screens write them, in any of the three languages; a range gives two. */
export function numbersIn(text: string): number[] {
  const found = text.replace(/[\u200e\u200f\u00a0\u202f\s]+/gu, " ").match(/\d[\d .,]*/gu) ?? [];
  return found.map((part) => Number(part.replace(/\D/gu, "")));
}

/** A generator of numbers below `limit` that a seed repeats (mulberry32). */
export function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** So many different numbers below `of`, or all of them. */
export function pickSome(count: number, of: number, below: (limit: number) => number): number[] {
  const left = Array.from({ length: of }, (_, at) => at);
  return Array.from({ length: Math.min(count, of) }, () => left.splice(below(left.length), 1)[0] ?? 0);
}

interface Opened {
  readonly kind: string;
  readonly part: string | undefined;
  readonly line: string | undefined;
}

function openedIn(page: Page): Opened {
  const [kind = "", , second, third, line] = (new URL(page.url()).searchParams.get("open") ?? "").split("~");
  return kind === "figure" ? { kind, part: second, line: undefined } : { kind, part: third, line };
}

/** Opens a figure, checks what is under it, and closes it again; says what was compared. */
export async function openFigure(page: Page, figure: Locator): Promise<string> {
  const shown = (await figure.locator("bdi").allTextContents()).join(" – ");
  const isRate = (await figure.getAttribute("data-rate")) !== null;
  await figure.click();
  await page.waitForURL(/[?&]open=/u);
  const dialog = page.locator("dialog[open]");
  await dialog.locator(".drawer-section").first().waitFor();
  await settled(page);
  const opened = openedIn(page);
  const checked = await checkOpened(page, dialog, opened, isRate ? [] : numbersIn(shown));
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.waitForURL((url) => !url.searchParams.has("open"));
  return `${shown}: ${checked}`;
}

/** `numbers` is empty for a share or a rate: what is under it is compared with its own rows. */
async function checkOpened(page: Page, dialog: Locator, opened: Opened, numbers: number[]) {
  if (opened.kind === "figure") return checkCommitment(page, dialog, opened.part, numbers);
  if (opened.kind === "labour") return checkLabour(dialog, numbers);
  if (opened.kind !== "words") return checkNode(page, dialog, opened, numbers);
  await dialog.locator("mark").waitFor();
  expect((await dialog.locator("mark").textContent())?.trim()).not.toBe("");
  return "words";
}

/** A number of the labour market stands among those of its source; job seekers are the active less the employed. */
async function checkLabour(dialog: Locator, numbers: number[]): Promise<string> {
  const told = numbersOf(await dialog.locator("[data-measure]").allTextContents());
  const [seekers] = numbersOf(await dialog.locator(".labour-sum strong").allTextContents());
  if (seekers !== undefined) {
    const [active] = numbersOf(await dialog.locator('[data-measure="active"]').allTextContents());
    const [employed] = numbersOf(await dialog.locator('[data-measure="employed"]').allTextContents());
    expect(seekers).toBe((active ?? 0) - (employed ?? 0));
  }
  expect(seekers === undefined ? told : [...told, seekers]).toEqual(expect.arrayContaining(numbers));
  expect(await dialog.locator(".labour-source").count()).toBe(told.length);
  return `${told.length} numbers with their source`;
}

async function checkCommitment(page: Page, dialog: Locator, part: string | undefined, numbers: number[]) {
  if (part === "announced") return checkWords(page, dialog, numbers);
  if (numbers.length === 0) {
    expect(await dialog.locator("h3").count()).toBeGreaterThan(0);
    return "without a number, and says why";
  }
  if (part === "signed") {
    await dialog.locator("ol > .quote").first().waitFor();
    const versions = await dialog.locator("ol > .quote > strong > bdi").allTextContents();
    expect(numbersIn(versions.at(-1) ?? "")).toEqual(numbers);
    return `${versions.length} versions`;
  }
  if (part === "declared") {
    await dialog.locator("ul.small > li > strong").first().waitFor();
    const periods = await dialog.locator("ul.small > li > strong bdi").allTextContents();
    expect(sumOf(periods)).toBe(numbers[0]);
    return `${periods.length} periods`;
  }
  return checkRows(page, dialog, part ?? "realised", numbers[0] ?? 0);
}

/** Every reading stands in the text that says it; the figure is the range of those that count. */
async function checkWords(page: Page, dialog: Locator, numbers: number[]): Promise<string> {
  const readings = (await dialog.locator(".quote > strong > bdi, .quote > strong > span").allTextContents())
    .map(numbersIn)
    .flatMap((found) => found.slice(0, 1));
  for (const number of numbers) expect(readings).toContain(number);
  await dialog.locator(".to-words").first().click();
  await page.locator("dialog mark").waitFor();
  const words = ((await page.locator("dialog mark").textContent()) ?? "").trim();
  expect(words.length).toBeGreaterThan(0);
  return `«${words.slice(0, 40)}»`;
}

async function checkNode(page: Page, dialog: Locator, opened: Opened, numbers: number[]) {
  const { part = "realised", line } = opened;
  if (part === "announced" || part === "signed" || part === "declared") {
    const promises = dialog.locator(".node-promise");
    await promises.first().waitFor();
    const count = await promises.count();
    const amounts = await dialog.locator(".node-amount").allTextContents();
    const sides = [0, 1].map((side) =>
      add(amounts.map((text) => numbersIn(text)[side] ?? numbersIn(text)[0] ?? 0)),
    );
    if (numbers.length > 0) expect(sides).toEqual([numbers[0], numbers[1] ?? numbers[0]]);
    await promises.first().locator(".figure").first().click();
    await page.waitForURL(/open=figure/u);
    await dialog.locator(".quote").first().waitFor();
    return `${count} promises, the first opened`;
  }
  if (line !== undefined) {
    const figure = numbers[0] ?? 0;
    if (figure > mostRows) return checkLine(dialog, figure);
    const rows = await sumOfRows(page, dialog, figure);
    expect(rows).toBe(figure);
    return `${rows} rows of ${line}`;
  }
  return checkRows(page, dialog, part, numbers[0] ?? null);
}

/** Beyond so many rows a reader goes by a split first. */
const mostRows = 250;

/** A line of many rows: it is chosen among those that add up to the whole. */
async function checkLine(dialog: Locator, figure: number): Promise<string> {
  const chosen = dialog.locator('.margin-line[aria-pressed="true"] .margin-realised');
  if ((await chosen.count()) > 0) expect(numbersIn((await chosen.textContent()) ?? "")).toEqual([figure]);
  const lines = await dialog.locator(".margin-realised").allTextContents();
  const whole = numbersIn((await dialog.locator(".margins-sum").textContent()) ?? "");
  expect(sumOf(lines)).toBe(whole[0]);
  return `a line of ${lines.length}`;
}

/** The splits add up to the figure, and the rows of the smallest line to that line. */
async function checkRows(page: Page, dialog: Locator, part: string, figure: number | null): Promise<string> {
  const lines = dialog.locator(".margin-line");
  await lines.first().waitFor();
  // by month, the finest split
  await dialog.locator(".margins-choice button").last().click();
  const of = async (kind: string) =>
    (await lines.locator(kind).allTextContents()).map((text) => numbersIn(text)[0] ?? 0);
  const realised = await of(".margin-realised");
  const proven = await of(".margin-proven");
  const whole = numbersIn((await dialog.locator(".margins-sum").textContent()) ?? "");
  expect([add(realised), add(proven)]).toEqual(whole);
  const levels = await dialog.locator(".breakdown-part bdi").allTextContents();
  expect(sumOf(levels)).toBe(whole[0]);
  if (figure !== null) expect(part === "proven" ? whole[1] : whole[0]).toBe(figure);
  const smallest = realised.indexOf(Math.min(...realised));
  await lines.nth(smallest).click();
  const rows = await sumOfRows(page, dialog, realised[smallest] ?? 0);
  expect(rows).toBe(realised[smallest]);
  return `${levels.length} levels, ${realised.length} lines, ${rows} rows summed`;
}

const add = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0);
const numbersOf = (texts: readonly string[]) => texts.flatMap(numbersIn);
const sumOf = (texts: readonly string[]) => add(texts.map((text) => numbersIn(text)[0] ?? 0));

/** Reads page after page until there is none; each row is one person, or as many things as it says. */
async function sumOfRows(page: Page, dialog: Locator, expected: number): Promise<number> {
  const more = dialog.getByRole("button", { name: /^(Lignes suivantes|الأسطر التالية|Next rows)$/u });
  const rows = dialog.locator(".table tbody tr");
  const quantities = rows.locator(
    ':is([data-label="quantité"], [data-label="quantity"], [data-label="الكمية"])',
  );
  const sum = async () =>
    (await quantities.count()) > 0 ? sumOf(await quantities.allTextContents()) : rows.count();
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    await settled(page);
    if ((await more.count()) > 0) await more.click({ timeout: 1000 }).catch(() => undefined);
    else if ((await sum()) === expected) return expected;
  }
  return sum();
}
