import { lexicon } from "../lexicon/load.ts";
import { findTerms, termAt } from "../lexicon/terms.ts";
import type { Sentence } from "./sentences.ts";
import type { Token } from "./tokens.ts";

const NOISE = lexicon("noise");
const MENU_WORDS = 6;

export type Sifted = { readonly sentences: Sentence[]; readonly publication: Sentence[] };

function wordsOf(tokens: readonly Token[], sentence: Sentence): Token[] {
  return tokens.slice(sentence.from, sentence.to).filter((token) => token.kind !== "mark");
}

/** A short line made of menu words, or one that sends the reader to another article. */
function noiseKind(tokens: readonly Token[], sentence: Sentence): string | null {
  const first = termAt(tokens, sentence.from, NOISE);
  if (first?.row.kind === "elsewhere" || first?.row.kind === "published") return first.row.kind;
  const words = wordsOf(tokens, sentence).length;
  const found = findTerms(tokens, NOISE, sentence.from, sentence.to);
  if (sentence.title && words <= MENU_WORDS) {
    const covered = found.reduce((sum, hit) => sum + hit.to - hit.from, 0);
    if (covered * 2 >= words && covered > 0) return "menu";
  }
  return tokens[sentence.from]?.text === "©" ? "menu" : null;
}

/** A line that holds nothing but a weekday, a day, a month and a year between menu lines. */
function bareDate(tokens: readonly Token[], sentence: Sentence): boolean {
  const words = wordsOf(tokens, sentence);
  return sentence.title && words.length <= 4 && words.some((w) => /^(19|20)\d\d$/.test(w.fold));
}

/**
 * Sets page noise aside: menus, links to other articles, repeated lines, the date on which a page was fetched.
 * Lines that give the date of publication are kept apart.
 */
export function sift(tokens: readonly Token[], sentences: readonly Sentence[]): Sifted {
  const kept: Sentence[] = [];
  const publication: Sentence[] = [];
  const seen = new Set<string>();
  let menuAbove = false;
  for (const sentence of sentences) {
    const words = wordsOf(tokens, sentence);
    const key = words.map((word) => word.fold).join(" ");
    const kind = noiseKind(tokens, sentence);
    if (kind === "published") publication.push(sentence);
    else if (
      kind === null &&
      words.length > 0 &&
      !seen.has(key) &&
      !(menuAbove && bareDate(tokens, sentence))
    )
      kept.push(sentence);
    if (sentence.title && words.length > 0) seen.add(key);
    menuAbove = kind === "menu" || (menuAbove && bareDate(tokens, sentence));
  }
  return { sentences: kept, publication };
}
