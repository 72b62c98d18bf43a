// Where the hand is in the grid, and which cells are chosen.
import { useState } from "react";
import type { GridProps } from "./grid-props.ts";
import { cellKey, type Range } from "./split.ts";

export interface Place {
  readonly row: number;
  readonly column: number;
}

const within = (value: number, most: number) => Math.max(0, Math.min(value, most));

export function useGridPlace({ rows, columns }: Pick<GridProps, "rows" | "columns">) {
  const last: Place = { row: rows.entries.length - 1, column: columns.entries.length - 1 };
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const range: Range = {
    ...{ top: Math.min(at.row, anchor.row), bottom: Math.max(at.row, anchor.row) },
    ...{ start: Math.min(at.column, anchor.column), end: Math.max(at.column, anchor.column) },
  };
  const inside = ({ row, column }: Place): Place => ({
    ...{ row: within(row, last.row), column: within(column, last.column) },
  });
  return {
    ...{ at, last, range },
    key: cellKey(rows.entries[at.row]?.code ?? "", columns.entries[at.column]?.code ?? ""),
    /** Goes there; what was chosen ends, unless it is extended. */
    go: (to: Place, extend = false) => {
      setAt(inside(to));
      if (!extend) setAnchor(inside(to));
    },
    choose: (from: Place, to: Place) => {
      setAnchor(inside(from));
      setAt(inside(to));
    },
  };
}
export type GridPlace = ReturnType<typeof useGridPlace>;

const isRightToLeft = () => document.documentElement.dir === "rtl";

/** How far a key goes, in rows and columns. */
const steps: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [10, 0],
  PageUp: [-10, 0],
};

/** Where a key goes from here; arrows go where they point, whatever the direction of the page. */
export function wayOf(key: string, isWhole: boolean, from: Place, last: Place): Place | null {
  if (key === "Home") return { row: isWhole ? 0 : from.row, column: 0 };
  if (key === "End") return { row: isWhole ? last.row : from.row, column: last.column };
  const step = steps[key];
  if (!step) return null;
  const forward = isRightToLeft() ? -1 : 1;
  return { row: from.row + step[0], column: from.column + step[1] * forward };
}

/** The place of the cell in which an event happened. */
export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  const [row, column] = (cell?.dataset.at ?? "").split(" ").map(Number);
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column };
}
