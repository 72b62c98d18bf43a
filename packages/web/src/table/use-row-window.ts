import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";
import { allDrawn, type RowWindow, windowOf } from "./row-window.ts";

interface Seen extends RowWindow {
  /** The height of one row, as those that are drawn have it on average. */
  readonly row: number;
}

/** Rows drawn before anything was measured: more than a screen. */
const atFirst = 40;

/** Which rows of a long table are near the eye; it follows the page as it is scrolled. */
export function useRowWindow(body: RefObject<HTMLTableSectionElement | null>, count: number): Seen {
  const [seen, setSeen] = useState<Seen>({ from: 0, to: Math.min(count, atFirst), row: 48 });
  const last = useRef(seen);
  const isLong = count > allDrawn;
  useLayoutEffect(() => {
    if (!isLong) return;
    last.current = look(body.current, count, last.current);
    setSeen(last.current);
  }, [body, count, isLong]);
  useEffect(() => {
    if (!isLong) return;
    let asked = 0;
    const follow = () => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(() => {
        last.current = look(body.current, count, last.current);
        // rows are drawn between the pictures of the scrolling, not instead of them
        startTransition(() => setSeen(last.current));
      });
    };
    addEventListener("scroll", follow, { passive: true, capture: true });
    addEventListener("resize", follow);
    return () => {
      cancelAnimationFrame(asked);
      removeEventListener("scroll", follow, { capture: true });
      removeEventListener("resize", follow);
    };
  }, [body, count, isLong]);
  return isLong ? seen : { from: 0, to: count, row: 0 };
}

/** The height of a row is taken once: a base that moved while scrolling would make the page jump. */
function look(body: HTMLTableSectionElement | null, count: number, before: Seen): Seen {
  if (body === null) return before;
  const drawn = body.querySelectorAll("tr:not(.row-room)");
  const first = drawn[0]?.getBoundingClientRect();
  const last = drawn[drawn.length - 1]?.getBoundingClientRect();
  const isFirstLook = body.dataset.row === undefined;
  const row =
    isFirstLook && first && last ? Math.max(20, (last.bottom - first.top) / drawn.length) : before.row;
  body.dataset.row = String(row);
  const { from, to } = windowOf(count, body.getBoundingClientRect().top, innerHeight, row);
  return from === before.from && to === before.to && row === before.row ? before : { from, to, row };
}
