import type { Indicator } from "../api/read.ts";

/** Without accents, Arabic marks and the letters that are written one for another. */
const folded = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[أإآ]/gu, "ا")
    .replaceAll("ى", "ي")
    .replaceAll("ة", "ه")
    .toLowerCase();

/** Whether every word of the search stands somewhere in these texts. */
export function textsHold(texts: readonly string[], words: string): boolean {
  const whole = folded(texts.join(" "));
  return folded(words)
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}

/** Whether the search is found in the names, codes or definition of the indicator, in any language. */
export const holdsWords = ({ code, aliases, label, definition }: Indicator, text: string): boolean =>
  textsHold([code, ...aliases, ...Object.values(label), ...Object.values(definition.definition)], text);
