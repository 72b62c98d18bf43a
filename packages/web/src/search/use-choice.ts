// Which line of the list is chosen: arrows move, Enter opens.
import { type KeyboardEvent, useEffect, useState } from "react";
import { type Found, keyOf } from "./found.ts";

interface ListShown {
  readonly shown: readonly Found[];
  /** More lines may still come. */
  readonly isBusy: boolean;
  readonly open: (one: Found) => void;
}

export function useChoice({ shown, isBusy, open }: ListShown) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [isEntered, setEntered] = useState(false);
  // Kinds answer one after the other: what was chosen stays chosen when others come before it.
  const found = shown.findIndex((one) => keyOf(one) === chosen);
  const at = Math.max(0, found);
  // Enter pressed sooner than the register answers opens what it will answer, never what stood there before.
  useEffect(() => {
    if (!isEntered || isBusy) return;
    setEntered(false);
    if (shown[at]) open(shown[at]);
  });
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1 };
    const to = steps[event.key];
    if (to !== undefined) setChosen(keyOf(shown.at(to % Math.max(1, shown.length))));
    else if (event.key === "Enter") setEntered(true);
    else return;
    event.preventDefault();
  };
  const forget = () => {
    setChosen(null);
    setEntered(false);
  };
  return { at, move, forget };
}
