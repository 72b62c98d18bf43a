import type { KeyboardEvent } from "react";

/** Up and down in a column, left and right to the nearest column that has cards; Enter opens, as on any link. */
export function moveBetweenCards(event: KeyboardEvent<HTMLElement>): void {
  const from = (event.target as HTMLElement).closest<HTMLElement>(".board-card");
  if (from === null) return;
  const to = besides(from, event.key, document.documentElement.dir === "rtl");
  if (to === null) return;
  event.preventDefault();
  to.querySelector<HTMLElement>("a")?.focus();
}

function besides(from: HTMLElement, key: string, isRightToLeft: boolean): Element | null {
  if (key === "ArrowDown") return from.nextElementSibling;
  if (key === "ArrowUp") return from.previousElementSibling;
  if (key !== "ArrowLeft" && key !== "ArrowRight") return null;
  const column = from.closest(".board-column");
  const columns = [...(column?.parentElement?.children ?? [])];
  const forward = (key === "ArrowRight") !== isRightToLeft;
  const at = column ? columns.indexOf(column) : -1;
  const others = forward ? columns.slice(at + 1) : columns.slice(0, Math.max(0, at)).reverse();
  const cards = others.map((one) => [...one.querySelectorAll(".board-card")]).find((one) => one.length > 0);
  const place = [...(column?.querySelectorAll(".board-card") ?? [])].indexOf(from);
  return cards?.[Math.min(place, cards.length - 1)] ?? null;
}
