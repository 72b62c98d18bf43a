// The letters of the work list: j and k to the next and the one before, v to verify, r to return.
import { useLayoutEffect, useRef } from "react";
import { isTyping, letterOf, lettersAreOn } from "../intake/review/use-keys.ts";

interface JudgeKeys {
  readonly next: () => void;
  readonly previous: () => void;
}

export function useJudgeKeys(keys: JudgeKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  // before anything is drawn: no letter is pressed at a list that does not hear it
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target) || !lettersAreOn()) return;
      const letter = letterOf(event);
      if (letter === "j") latest.current.next();
      else if (letter === "k") latest.current.previous();
      else if (letter === "v") document.querySelector<HTMLElement>("[data-judge=verify]")?.click();
      else if (letter === "r") document.querySelector<HTMLElement>("[data-judge=return]")?.focus();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}
