import { stemsOf, type Token, tokenise } from "../text/tokens.ts";

/** A term found in the text: tokens `from` (included) to `to` (excluded), and the row of the lexicon. */
export type Found<Row> = { readonly from: number; readonly to: number; readonly row: Row };
/** Built when it is first asked for: whoever does not read a text does not wait for the lexicon. */
export type TermIndex<Row> = () => ReadonlyMap<string, readonly Entry<Row>[]>;
type Entry<Row> = { readonly words: readonly Word[]; readonly row: Row };
/** `exact` is the word as the lexicon writes it, folded: « conventions » is found before « convention ». */
type Word = { readonly stem: string; readonly exact: string; readonly open: boolean };

/** Marks that may stand inside a term without breaking it: `contrat-programme`, `l'emploi`. */
const SOFT = new Set(["-", "‐", "‑", "'", "’", "ʼ", "`"]);
const KEY_LENGTH = 2;

function canonical(word: string): string {
  const stems = stemsOf(word);
  const folded = stems[0] ?? word;
  if (/\p{Script=Arabic}/u.test(folded))
    return folded.startsWith("ال") && folded.length > 4 ? folded.slice(2) : folded;
  return folded.length > 3 && folded.endsWith("s") ? folded.slice(0, -1) : folded;
}

function wordsOf(term: string): Word[] {
  const words: Word[] = [];
  for (const token of tokenise(term)) {
    if (SOFT.has(token.text)) continue;
    if (token.text === "*") {
      const last = words.pop();
      if (last) words.push({ ...last, open: true });
    } else {
      const open = term.charAt(token.end) === "*";
      words.push({ stem: open ? token.fold : canonical(token.text), exact: token.fold, open });
    }
  }
  return words;
}

/**
 * Builds the index of a lexicon. A term is compared word by word, accents and plurals aside; `recrut*` stands for
 * every word that begins so. Several spellings are separated by `|`.
 */
export function indexTerms<Row>(rows: () => Iterable<readonly [terms: string, row: Row]>): TermIndex<Row> {
  let index: ReadonlyMap<string, readonly Entry<Row>[]> | undefined;
  return () => {
    index ??= built(rows());
    return index;
  };
}

function built<Row>(rows: Iterable<readonly [terms: string, row: Row]>): Map<string, Entry<Row>[]> {
  const index = new Map<string, Entry<Row>[]>();
  for (const [terms, row] of rows)
    for (const term of terms.split("|")) {
      const words = wordsOf(term.trim());
      const first = words[0];
      if (!first) continue;
      const key = first.stem.slice(0, KEY_LENGTH);
      const entries = index.get(key) ?? [];
      entries.push({ words, row });
      index.set(key, entries);
    }
  for (const entries of index.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** « du », « des », « d' » are « de » in a term; « au », « aux » are « à ». */
const CONTRACTED: Readonly<Record<string, string>> = { du: "de", des: "de", d: "de", au: "a", aux: "a" };

function same(token: Token, word: Word): boolean {
  if (CONTRACTED[token.fold] === word.stem) return true;
  if (!word.open) return token.stems.includes(word.stem);
  return token.stems.some((stem) => stem.startsWith(word.stem));
}

function endOf(
  tokens: readonly Token[],
  from: number,
  words: readonly Word[],
): { to: number; exact: number } | null {
  let at = from;
  let exact = 0;
  for (const [n, word] of words.entries()) {
    if (n > 0) while (SOFT.has(tokens[at]?.text ?? "")) at++;
    const token = tokens[at];
    if (!token || !same(token, word)) return null;
    if (token.fold === word.exact) exact++;
    at++;
  }
  return { to: at, exact };
}

/** The longest term that begins at this token. */
export function termAt<Row>(
  tokens: readonly Token[],
  from: number,
  index: TermIndex<Row>,
): Found<Row> | null {
  const token = tokens[from];
  if (!token || token.kind === "mark") {
    if (!token || !index().has(token.text)) return null;
  }
  let best: (Found<Row> & { exact: number }) | null = null;
  for (const stem of token.stems)
    for (const entry of index().get(stem.slice(0, KEY_LENGTH)) ?? []) {
      const end = endOf(tokens, from, entry.words);
      if (end && (best === null || end.to > best.to || (end.to === best.to && end.exact > best.exact)))
        best = { from, ...end, row: entry.row };
    }
  return best;
}

/** All terms, longest first, from left to right, without overlap. */
export function findTerms<Row>(
  tokens: readonly Token[],
  index: TermIndex<Row>,
  from = 0,
  to = tokens.length,
): Found<Row>[] {
  const found: Found<Row>[] = [];
  for (let at = from; at < to; ) {
    const hit = termAt(tokens, at, index);
    if (hit && hit.to <= to) {
      found.push(hit);
      at = hit.to;
    } else at++;
  }
  return found;
}
