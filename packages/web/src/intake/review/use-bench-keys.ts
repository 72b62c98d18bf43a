// The letters of the review: next, previous, the three acts on what is selected, undo.
import type { Item } from "../model/intake.ts";
import { actsOf } from "./item-row.tsx";
import { type KeyAct, useKeys } from "./use-keys.ts";
import type { ReviewWork } from "./use-work.ts";

export function useBenchKeys(work: ReviewWork) {
  return useKeys((act) => onKey(work, act));
}

function onKey(work: ReviewWork, act: KeyAct): void {
  if (act === "next" || act === "previous" || act === "open") {
    focusOn(work.items[placeAfter(work, act)]?.path, work.select);
    return;
  }
  const item = work.items.find(({ path }) => path === work.selected);
  if (work.isOver) return;
  if (act === "undo") void work.review.undo().catch(() => undefined);
  else if (act === "add") document.querySelector<HTMLElement>("[data-add=anything]")?.focus();
  else if (act === "group") acceptGroupOf(item);
  else if (item && actsOf(item).includes(act)) work.act(item, act);
}

/** Where j, k and o lead: the one below, the one above, the next that waits, from the top again after the last. */
function placeAfter({ items, selected, standing }: ReviewWork, act: "next" | "previous" | "open"): number {
  const at = items.findIndex(({ path }) => path === selected);
  if (act === "next") return Math.min(at + 1, items.length - 1);
  if (act === "previous") return Math.max(at - 1, 0);
  const waits = (item: Item) => standing(item) === "open";
  const below = items.findIndex((item, index) => index > at && waits(item));
  return below >= 0 ? below : items.findIndex(waits);
}

function acceptGroupOf(item: Item | undefined): void {
  if (item === undefined) return;
  const place = document.querySelector(`[data-path="${CSS.escape(item.path)}"]`);
  place?.closest("[data-group]")?.querySelector<HTMLElement>("[data-accept-given]")?.click();
}

/** What is selected by key also has the focus, so that it is told to those who hear the screen. */
function focusOn(path: string | undefined, select: (path: string) => void): void {
  if (path === undefined) return;
  select(path);
  const name = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(path)}"] .item-name`);
  name?.focus({ preventScroll: true });
  name?.scrollIntoView({ block: "nearest" });
}
