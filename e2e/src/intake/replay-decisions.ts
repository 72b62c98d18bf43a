// A reviewer at the screen: each decision of a list is made through the controls that anybody has.
import type { Locator, Page } from "playwright-core";
import { fillAndKeep } from "./fill-form.ts";

export interface Decision {
  readonly path: string;
  readonly decision: "accepted" | "refused" | "changed" | "added";
  readonly value?: unknown;
}

/** Makes the decisions in their order; each stands on the server before the next. */
export async function replayDecisions(page: Page, decisions: readonly Decision[]): Promise<void> {
  for (const one of decisions) {
    await make(page, one);
    await saved(page);
  }
}

/** Waits until the screen says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.saving[data-saving="saved"]').waitFor({ timeout: 20_000 });
}

const at = (page: Page, path: string) => page.locator(`[data-path=${JSON.stringify(path)}]`).first();
const formOf = (page: Page) => page.locator("form.thing-form");

async function make(page: Page, { path, decision, value }: Decision): Promise<void> {
  if (decision === "added") return add(page, path, value);
  if (path === "review/same_event/event") return sayWhichEvent(page, value as { event: string | null });
  if (decision === "changed") return change(page, path, value);
  const act = decision === "accepted" ? "accept" : "refuse";
  const own = at(page, path);
  if ((await own.count()) > 0) return press(own, act);
  if (act === "refuse") return press(page.locator(`[data-whole="${path}"]`), act);
  await acceptBelow(page, path);
}

async function press(place: Locator, act: string): Promise<void> {
  const button = place.locator(`[data-act=${act}]`).first();
  if ((await button.getAttribute("aria-pressed")) !== "true") await button.click();
}

/** What holds values is accepted value by value, but for those that are inferred. */
async function acceptBelow(page: Page, path: string): Promise<void> {
  const below = page.locator(`.item[data-path^="${path}."][data-standing=open]:not([data-inferred])`);
  while ((await below.count()) > 0) {
    const first = await below.first().getAttribute("data-path");
    await press(at(page, first ?? ""), "accept");
    await page.locator(`[data-path="${first}"][data-standing=accepted]`).waitFor();
  }
}

async function sayWhichEvent(page: Page, { event }: { event: string | null }): Promise<void> {
  await page.locator(event === null ? "[data-another-event]" : `[data-same-event="${event}"]`).click();
}

async function change(page: Page, path: string, value: unknown): Promise<void> {
  if (path.startsWith("review/doubt/")) return settleDoubt(page, path, value);
  const own = at(page, path);
  if ((await own.count()) > 0) await own.locator("[data-act=change]").first().click();
  else if (path === "event") await page.locator("[data-add=anything]").selectOption("event");
  else await page.locator(`[data-fill-in="${path}"]`).click();
  await fillAndKeep(formOf(page), value);
}

async function settleDoubt(page: Page, path: string, value: unknown): Promise<void> {
  await at(page, path).locator("[data-act=change]").click();
  await fillAndKeep(formOf(page), value);
}

/** From the menu at the end where it offers the list, else from the group or the thing that has it. */
async function add(page: Page, list: string, value: unknown): Promise<void> {
  const anything = page.locator("[data-add=anything]");
  const isOffered = (await anything.locator(`option[value="${list}"]`).count()) > 0;
  const menu = isOffered
    ? anything
    : page.locator("[data-add]", { has: page.locator(`option[value="${list}"]`) });
  if ((await menu.count()) > 0) await menu.first().selectOption(list);
  else await page.locator(`[data-fill-in="${list}"]`).click();
  await fillAndKeep(formOf(page), value);
}
