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

/** Whether every word of the search stands in the names, codes or definition of the indicator, in any language. */
export function holdsWords({ code, aliases, label, definition }: Indicator, text: string): boolean {
  const whole = folded(
    [code, ...aliases, ...Object.values(label), ...Object.values(definition.definition)].join(" "),
  );
  return folded(text)
    .split(/\s+/u)
    .every((word) => whole.includes(word));
}
