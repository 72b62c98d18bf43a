// A reviewer at the screen: each decision of a list is made through the controls that anybody has.
import type { Locator, Page } from "playwright-core";
import { fillAndKeep } from "./fill-form.ts";

export interface Decision {
  readonly path: string;
  readonly decision: "accepted" | "refused" | "changed" | "added";
  readonly key?: string;
  readonly value?: unknown;
}

/**
 * Makes the decisions in their order; each is saved before the next. What is added gets its key from the screen, so
 * that a later decision about it goes by that one.
 * @param byControls so many by the screen's controls; the others are saved at once by the address that the screen saves to
 */
export async function replayDecisions(
  page: Page,
  decisions: readonly Decision[],
  byControls = decisions.length,
): Promise<void> {
  const keys = new Map<string, string>();
  const added = new Map<string, number>();
  for (const given of decisions.slice(0, byControls)) {
    const one = withKeys(given, keys);
    if (one.decision === "added") {
      const number = (added.get(given.path) ?? 0) + 1;
      added.set(given.path, number);
      keys.set(`${given.path}.+${given.key}`, `${one.path}.+r${number}`);
    }
    await make(page, one).catch((error: unknown) => {
      throw new Error(`${one.decision} ${one.path}: ${JSON.stringify(one.value)}`, { cause: error });
    });
    await saved(page);
  }
  const others = decisions.slice(byControls).map((one) => withKeys(one, keys));
  if (others.length > 0) await saveAtOnce(page, others);
}

async function saveAtOnce(page: Page, decisions: readonly Decision[]): Promise<void> {
  const id = new URL(page.url()).pathname.split("/").at(-1);
  const answer = await page.evaluate(
    async ({ address, others }) => {
      const { revision, decisions: before } = await (await fetch(address)).json();
      const isDecidedAnew = ({ path, decision }: Decision) =>
        decision !== "added" && others.some((one) => one.path === path && one.decision !== "added");
      const kept = before.decisions.filter((one: Decision) => !isDecidedAnew(one));
      const all = { ...before, decisions: [...kept, ...others] };
      const body = JSON.stringify({ revision, decisions: all });
      const headers = { "content-type": "application/json" };
      const put = await fetch(`${address}/review`, { method: "PUT", headers, body });
      return put.ok ? "" : await put.text();
    },
    { address: `/api/v1/intakes/${id}`, others: [...decisions] },
  );
  if (answer !== "") throw new Error(answer);
  await page.reload();
  await page.locator(".bench").waitFor();
}

function withKeys(decision: Decision, keys: ReadonlyMap<string, string>): Decision {
  const text = [...keys].reduce(
    (all, [given, shown]) => all.replaceAll(given, shown),
    JSON.stringify(decision),
  );
  return JSON.parse(text) as Decision;
}

/** Waits until the screen says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await page.locator('.saving[data-saving="saved"]').waitFor();
}

/** Accepts what still waits, one after the other: suggestions that changed after they were seen. */
export async function acceptTheRest(page: Page): Promise<void> {
  const open = page.locator("[data-path][data-standing=open]");
  for (let turn = 0; turn < 40 && (await open.count()) > 0; turn += 1) {
    const path = (await open.first().getAttribute("data-path")) ?? "";
    await press(at(page, path), "accept");
    await saved(page);
  }
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

/** What holds values is accepted group by group, but for what is inferred. */
async function acceptBelow(page: Page, path: string): Promise<void> {
  const below = page.locator(`.item[data-path^="${path}."][data-standing=open]:not([data-inferred])`);
  for (let turn = 0; turn < 20 && (await below.count()) > 0; turn += 1) {
    await page.locator("[data-group]", { has: below }).first().locator("[data-accept-given]").click();
    await saved(page);
  }
}

async function sayWhichEvent(page: Page, { event }: { event: string | null }): Promise<void> {
  await page.locator(event === null ? "[data-another-event]" : `[data-same-event="${event}"]`).click();
}

async function change(page: Page, path: string, value: unknown): Promise<void> {
  const own = at(page, path);
  if ((await own.count()) > 0) await own.locator("[data-act=change]").first().click();
  else if (/^doubts\.[^.]+$/.test(path)) await page.locator(`[data-reword="${path}"]`).click();
  else if (path === "event") await page.locator("[data-add=anything]").selectOption("event");
  else await page.locator(`[data-fill-in="${path}"]`).click();
  await fillAndKeep(formOf(page), value);
}

/** From the menu at the end where it offers the list, else from the group or the thing that has it. */
async function add(page: Page, list: string, value: unknown): Promise<void> {
  const option = `option[value="${list}"]`;
  const anything = page.locator("[data-add=anything]");
  const isOffered = (await anything.locator(option).count()) > 0;
  const menu = isOffered ? anything : page.locator("[data-add]", { has: page.locator(option) });
  if ((await menu.count()) > 0) await menu.first().selectOption(list);
  else await page.locator(`[data-fill-in="${list}"]`).click();
  await fillAndKeep(formOf(page), value);
}
