// One letter an act, where the letters are: on a keyboard that writes Arabic the key in the same place counts. They can
// be turned off, for those who speak to their computer.
import { type KeyboardEvent as ReactKeyboardEvent, useLayoutEffect, useRef, useState } from "react";

export type KeyAct = "next" | "previous" | "accept" | "change" | "refuse" | "undo" | "group" | "add" | "open";

const letters: Readonly<Record<string, KeyAct>> = {
  ...{ j: "next", k: "previous", a: "accept", c: "change", r: "refuse" },
  ...{ u: "undo", g: "group", n: "add", o: "open" },
};
const kept = "iltizam.letters";

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest("input:not([type=radio]):not([type=checkbox]), textarea, select, dialog") !== null;

type KeyPress = Pick<ReactKeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">;

/** The Latin letter of a key that is pressed alone, whatever the keyboard writes; else nothing. */
export function letterOf({ key, code, ctrlKey, metaKey, altKey }: KeyPress): string {
  if (ctrlKey || metaKey || altKey) return "";
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^[\u0600-\u06ff]/.test(key) ? code.slice(3).toLowerCase() : "";
}

/** The act that a key stands for, or undefined. */
export const actOfKey = (press: KeyPress): KeyAct | undefined => letters[letterOf(press)];

/** Whether somebody has turned the letters off on this machine. */
export const lettersAreOn = () => localStorage.getItem(kept) !== "off";

export function useKeys(onAct: (act: KeyAct) => void) {
  const [isOn, setOn] = useState(lettersAreOn);
  const latest = useRef(onAct);
  latest.current = onAct;
  useLayoutEffect(() => {
    if (!isOn) return;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const act = actOfKey(event);
      if (act === undefined) return;
      event.preventDefault();
      latest.current(act);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [isOn]);
  const turn = (on: boolean) => {
    localStorage.setItem(kept, on ? "on" : "off");
    setOn(on);
  };
  return { isOn, turn };
}
