import type { Token } from "./tokens.ts";

export type Language = "fr" | "ar" | "en";

const FRENCH = new Set([
  "le",
  "la",
  "les",
  "des",
  "de",
  "du",
  "et",
  "une",
  "un",
  "pour",
  "dans",
  "est",
  "par",
]);
const ENGLISH = new Set([
  "the",
  "of",
  "and",
  "to",
  "in",
  "a",
  "is",
  "for",
  "with",
  "on",
  "was",
  "by",
  "that",
]);

/** The language that most words of the text are in. */
export function languageOf(tokens: readonly Token[]): Language {
  let arabic = 0;
  let latin = 0;
  let french = 0;
  let english = 0;
  for (const token of tokens) {
    if (token.kind !== "word") continue;
    if (token.arabic) arabic++;
    else latin++;
    if (FRENCH.has(token.fold)) french++;
    if (ENGLISH.has(token.fold)) english++;
  }
  if (arabic > latin) return "ar";
  return english > french ? "en" : "fr";
}
