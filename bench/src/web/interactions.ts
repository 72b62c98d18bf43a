// What a reader does with lists, drawers, map, board and search, each act as the browser times it.
import type { Page } from "playwright-core";
import type { Site } from "../../../e2e/src/site.ts";
import { begin, observed, read, type TimedEvent } from "./observe-page.ts";

interface Scene {
  readonly path: string;
  readonly play: (page: Page, act: Act) => Promise<void>;
}

type Act = (name: string, done: () => Promise<unknown>) => Promise<void>;

const scenes: readonly Scene[] = [
  { path: "/standings?space=simulated", play: readStandings },
  { path: "/standings/map?space=simulated", play: walkTheMap },
  { path: "/agreements?space=simulated", play: readAgreements },
  { path: "/agreements/R90-2024-17", play: readOneAgreement },
  { path: "/agreements/board?space=simulated", play: readBoard },
];

/** The events of all scenes that took longer than a picture, the slowest first. */
export async function interactions(site: Site, slowed: number): Promise<TimedEvent[]> {
  const events: TimedEvent[] = [];
  for (const { path, play } of scenes) {
    const page = await observed(site, slowed);
    await page.goto(path, { waitUntil: "networkidle" });
    await play(page, async (name, done) => {
      await begin(page, name);
      await done();
      // an event is told of only after its picture
      await page.waitForTimeout(150);
    });
    await page.waitForTimeout(300);
    events.push(...(await read(page)).events);
    await page.context().close();
  }
  return events.toSorted((a, b) => b.duration - a.duration);
}

async function readStandings(page: Page, act: Act): Promise<void> {
  const figures = page.locator("td button.figure:has(bdi)");
  for (const at of [0, 6, 12, 18]) {
    await act("open a figure of the standings", async () => {
      await figures.nth(at).click();
      await page.locator("dialog[open] .drawer-section").first().waitFor();
    });
    await act("close it by Escape", () => close(page));
  }
  await act("show those that are late", () => page.locator(".filters select").last().selectOption("late"));
  await act("show them all again", () => page.locator(".filters select").last().selectOption(""));
  await act("hide a column", async () => {
    await page.locator(".column-choice summary").click();
    await page.locator(".column-choice-list input").nth(3).click();
  });
  await act("go from the table to the map", async () => {
    await page.locator(".view-switch a").nth(1).click();
    await page.locator(".map-place").first().waitFor();
  });
}

async function walkTheMap(page: Page, act: Act): Promise<void> {
  await page.locator(".map-place").first().focus();
  for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft"])
    await act("go to the next place of the map", () => page.keyboard.press(key));
  await act("show the map as a table", () => page.keyboard.press("t"));
  await act("show it as a map", () => page.keyboard.press("t"));
}

async function readAgreements(page: Page, act: Act): Promise<void> {
  await act("sort the agreements", () => page.locator("button.sort").first().click());
  await act("sort them the other way", () => page.locator("button.sort").first().click());
  await act("type into the list's filter", () =>
    page.locator(".filters input").first().pressSequentially("em", { delay: 60 }),
  );
  await act("open the search", () => page.keyboard.press("Control+k"));
  await act("search", () => page.keyboard.type("tilm", { delay: 60 }));
}

async function readOneAgreement(page: Page, act: Act): Promise<void> {
  await act("open a figure of an agreement", async () => {
    await page.locator("td button.figure:has(bdi)").nth(2).click();
    await page.locator("dialog[open] .drawer-section").first().waitFor();
  });
  await act("choose another split", () => page.locator("dialog[open] .margins-choice button").last().click());
  await act("close it by Escape", () => close(page));
}

async function readBoard(page: Page, act: Act): Promise<void> {
  await page.locator(".board-card a").first().focus();
  for (const key of ["ArrowDown", "ArrowRight"])
    await act("go to the next card of the board", () => page.keyboard.press(key));
  await act("open an agreement from the board", async () => {
    await page.keyboard.press("Enter");
    await page.locator("td button.figure").first().waitFor();
  });
}

async function close(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.locator("dialog[open]").waitFor({ state: "detached" });
}
