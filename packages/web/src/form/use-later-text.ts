// The text of a field that asks a moment after its last key, and follows what is asked elsewhere.
import { useEffect, useRef, useState } from "react";

/**
 * @param value what is asked for now; as the address of the page, it follows what the field asks, late
 * @param ask told of another text, after so many milliseconds in which no key was pressed
 */
export function useLaterText(value: string, ask: (text: string) => void, after: number) {
  const [text, setText] = useState(value);
  // what comes back from where it was asked is no news, even if more was written meanwhile
  const asked = useRef<string[]>([]);
  useEffect(() => {
    const mine = asked.current.indexOf(value);
    asked.current = mine < 0 ? [] : asked.current.slice(mine + 1);
    if (mine < 0) setText(value);
  }, [value]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === value) return;
    const later = setTimeout(() => {
      if (asked.current.at(-1) !== wanted) asked.current.push(wanted);
      ask(wanted);
    }, after);
    return () => clearTimeout(later);
  }, [text, value, ask, after]);
  return [text, setText] as const;
}
