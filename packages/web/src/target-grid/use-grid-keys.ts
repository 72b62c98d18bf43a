// Where the hand is in the grid, what is chosen, and what each key does.
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useState,
} from "react";
import { wholeNumber } from "../form/texts.ts";
import { cellKey, clear, copy, fill, paste, type Range, readTable } from "./split.ts";
import type { GridProps } from "./target-grid.tsx";

interface Place {
  readonly row: number;
  readonly column: number;
}

const within = (value: number, most: number) => Math.max(0, Math.min(value, most));

/** The place of the cell in which an event happened. */
function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-at]") : null;
  const [row, column] = (cell?.dataset.at ?? "").split(" ").map(Number);
  return row === undefined || column === undefined || Number.isNaN(column) ? null : { row, column };
}

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
function wayOf({ key, ctrlKey, metaKey }: KeyboardEvent, from: Place, last: Place): Place | null {
  const whole = ctrlKey || metaKey;
  if (key === "Home") return { row: whole ? 0 : from.row, column: 0 };
  if (key === "End") return { row: whole ? last.row : from.row, column: last.column };
  const step = steps[key];
  if (!step) return null;
  const forward = isRightToLeft() ? -1 : 1;
  return { row: from.row + step[0], column: from.column + step[1] * forward };
}

export function useGridKeys({ rows, columns, cells, history, onPasted }: GridProps) {
  const last = { row: rows.entries.length - 1, column: columns.entries.length - 1 };
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>({ row: 0, column: 0 });
  const [editing, setEditing] = useState<string | null>(null);
  const range: Range = {
    ...{ top: Math.min(at.row, anchor.row), bottom: Math.max(at.row, anchor.row) },
    ...{ start: Math.min(at.column, anchor.column), end: Math.max(at.column, anchor.column) },
  };
  const go = (to: Place, extends_ = false) => {
    const place = { row: within(to.row, last.row), column: within(to.column, last.column) };
    setAt(place);
    if (!extends_) setAnchor(place);
  };
  const keyAt = ({ row, column }: Place) =>
    cellKey(rows.entries[row]?.code ?? "", columns.entries[column]?.code ?? "");
  const commit = () => {
    if (editing === null) return;
    const number = wholeNumber(editing);
    if (number !== null || editing.trim() === "")
      history.change({ [keyAt(at)]: number === null ? "" : String(number) });
    setEditing(null);
  };

  const typeIn = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      setEditing(null);
      setAt({ ...at });
    } else if (event.key === "Enter" || event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      commit();
      go({ row: at.row + (event.key === "ArrowUp" ? -1 : 1), column: at.column });
    } else if (event.key === "Tab") commit();
  };

  const command = (event: KeyboardEvent): boolean => {
    const key = event.key.toLowerCase();
    if (key === "z") event.shiftKey ? history.redo() : history.undo();
    else if (key === "y") history.redo();
    else if (key === "d") history.change(fill(cells, range, rows, columns));
    else if (key === "a") {
      setAnchor({ row: 0, column: 0 });
      setAt(last);
    } else return false;
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isCommand = event.ctrlKey || event.metaKey;
    // Ctrl-S and Ctrl-Enter save: what is typed counts, and the form hears the key
    if (isCommand && (event.key === "s" || event.key === "Enter")) return commit();
    if (editing !== null) return typeIn(event);
    const way = wayOf(event, at, last);
    if (way) go(way, event.shiftKey);
    else if (isCommand) {
      if (!command(event)) return;
    } else if (/^\d$/u.test(event.key)) setEditing(event.key);
    else if (event.key === "Enter" || event.key === "F2") setEditing(cells[keyAt(at)] ?? "");
    else if (event.key === "Delete" || event.key === "Backspace") history.change(clear(range, rows, columns));
    else return;
    event.preventDefault();
  };

  const handlers = {
    onKeyDown,
    onMouseDown: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || event.target instanceof HTMLInputElement) return;
      commit();
      // a second press on the same cell writes in it, with a finger too
      if (
        place.row === at.row &&
        place.column === at.column &&
        !event.shiftKey &&
        document.activeElement === event.target
      )
        setEditing(cells[keyAt(at)] ?? "");
      go(place, event.shiftKey);
    },
    onFocus: (event: FocusEvent) => {
      const place = placeOf(event.target);
      if (
        place &&
        event.target instanceof HTMLElement &&
        event.target.dataset.at &&
        (place.row !== at.row || place.column !== at.column)
      )
        go(place);
    },
    onCopy: (event: ClipboardEvent) => {
      if (editing !== null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copy(cells, range, rows, columns));
    },
    onPaste: (event: ClipboardEvent) => {
      if (editing !== null) return;
      event.preventDefault();
      const table = readTable(event.clipboardData.getData("text/plain"));
      const pasted = paste(table, rows, columns, range.top, range.start);
      history.change(pasted.cells);
      onPasted(pasted.refused);
      setAnchor({ row: range.top, column: range.start });
      setAt({
        row: within(range.top + table.length - 1, last.row),
        column: within(range.start + (table[0]?.length ?? 1) - 1, last.column),
      });
    },
  };
  const edit = useCallback((text: string) => setEditing(text), []);
  return { at, range, editing, edit, handlers, commit };
}
