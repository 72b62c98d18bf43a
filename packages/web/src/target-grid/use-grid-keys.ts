// What each key, press and paste does in the grid.
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useState,
} from "react";
import { wholeNumber } from "../form/texts.ts";
import type { GridProps } from "./grid-props.ts";
import { clear, copy, fill, paste, readTable } from "./split.ts";
import { type GridPlace, placeOf, useGridPlace, wayOf } from "./use-grid-place.ts";

/** What is being typed into the active cell, and how it is taken. */
function useTyping({ cells, history }: GridProps, place: GridPlace) {
  const [editing, setEditing] = useState<string | null>(null);
  return {
    editing,
    edit: useCallback((text: string) => setEditing(text), []),
    begin: (text = cells[place.key] ?? "") => setEditing(text),
    leave: () => setEditing(null),
    take: () => {
      if (editing === null) return;
      const number = wholeNumber(editing);
      if (number !== null || editing.trim() === "")
        history.change({ [place.key]: number === null ? "" : String(number) });
      setEditing(null);
    },
  };
}
type Typing = ReturnType<typeof useTyping>;

export function useGridKeys(props: GridProps) {
  const place = useGridPlace(props);
  const typing = useTyping(props, place);
  const handlers = {
    onKeyDown: (event: KeyboardEvent) => onKey(event, props, place, typing),
    onMouseDown: (event: MouseEvent) => onPress(event, place, typing),
    onFocus: (event: FocusEvent) => onFocus(event, place),
    // what is typed counts for whoever goes on elsewhere: to the button that saves
    onBlur: ({ currentTarget, relatedTarget }: FocusEvent) => {
      if (!currentTarget.contains(relatedTarget)) typing.take();
    },
    onCopy: (event: ClipboardEvent) => {
      if (typing.editing !== null) return;
      event.preventDefault();
      event.clipboardData.setData("text/plain", copy(props.cells, place.range, props.rows, props.columns));
    },
    onPaste: (event: ClipboardEvent) => {
      if (typing.editing === null) onPaste(event, props, place);
    },
  };
  return { at: place.at, range: place.range, editing: typing.editing, edit: typing.edit, handlers };
}

function onKey(event: KeyboardEvent, props: GridProps, place: GridPlace, typing: Typing): void {
  const isSaving = (event.ctrlKey || event.metaKey) && ["s", "Enter"].includes(event.key);
  // what is typed counts, the form hears the key, and the hand stays in its cell
  if (isSaving) {
    if (typing.editing === null) return;
    typing.take();
    place.go(place.at);
  } else if (typing.editing !== null) onKeyWhileTyping(event, place, typing);
  else if (isForGrid(event, props, place, typing)) event.preventDefault();
}

/** Does what the key asks of the grid; false when it asks nothing of it. */
function isForGrid(event: KeyboardEvent, props: GridProps, place: GridPlace, typing: Typing): boolean {
  const { key } = event;
  const isCommand = event.ctrlKey || event.metaKey;
  const way = wayOf(key, isCommand, place.at, place.last);
  if (way) place.go(way, event.shiftKey);
  else if (isCommand) return command(event, props, place);
  else if (/^\d$/u.test(key)) typing.begin(key);
  else if (key === "Enter" || key === "F2") typing.begin();
  else if (key === "Delete" || key === "Backspace")
    props.history.change(clear(place.range, props.rows, props.columns));
  else return false;
  return true;
}

function onKeyWhileTyping(event: KeyboardEvent, place: GridPlace, typing: Typing): void {
  const { row, column } = place.at;
  if (event.key === "Escape") {
    event.stopPropagation();
    typing.leave();
    place.go({ row, column });
  } else if (["Enter", "ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    typing.take();
    place.go({ row: row + (event.key === "ArrowUp" ? -1 : 1), column });
  } else if (event.key === "Tab") typing.take();
}

/** Whether the key with Ctrl is one of the grid's own. */
function command(
  event: KeyboardEvent,
  { cells, history, rows, columns }: GridProps,
  place: GridPlace,
): boolean {
  const key = event.key.toLowerCase();
  if (key === "z" && event.shiftKey) history.redo();
  else if (key === "z") history.undo();
  else if (key === "y") history.redo();
  else if (key === "d") history.change(fill(cells, place.range, rows, columns));
  else if (key === "a") place.choose({ row: 0, column: 0 }, place.last);
  else return false;
  return true;
}

function onPress(event: MouseEvent, place: GridPlace, typing: Typing): void {
  const pressed = placeOf(event.target);
  if (!pressed || event.target instanceof HTMLInputElement) return;
  const isSame = pressed.row === place.at.row && pressed.column === place.at.column;
  typing.take();
  // a second press on the same cell writes in it, with a finger too
  if (isSame && !event.shiftKey && document.activeElement === event.target) typing.begin();
  place.go(pressed, event.shiftKey);
}

function onFocus(event: FocusEvent, place: GridPlace): void {
  const focused = placeOf(event.target);
  if (!focused || !(event.target instanceof HTMLElement) || !event.target.dataset.at) return;
  if (focused.row !== place.at.row || focused.column !== place.at.column) place.go(focused);
}

function onPaste(
  event: ClipboardEvent,
  { rows, columns, history, onPasted }: GridProps,
  place: GridPlace,
): void {
  event.preventDefault();
  const { top, start } = place.range;
  const table = readTable(event.clipboardData.getData("text/plain"));
  const pasted = paste(table, rows, columns, top, start);
  history.change(pasted.cells);
  onPasted(pasted.refused);
  const end = { row: top + table.length - 1, column: start + (table[0]?.length ?? 1) - 1 };
  place.choose({ row: top, column: start }, end);
}
