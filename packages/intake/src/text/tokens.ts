import { fold } from "./fold.ts";

/** A word, a run of digits or one mark of punctuation, with its place in the source text. */
export type Token = {
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fold: string;
  /** The forms under which a lexicon may know the word: without plural, without Arabic clitics. */
  readonly stems: readonly string[];
  readonly kind: "word" | "number" | "mark";
  /** No space stands before it. */
  readonly glued: boolean;
  readonly capital: boolean;
  readonly arabic: boolean;
};

const PIECE = /[\p{L}\p{M}\u0640]+|\p{Nd}+|[^\s\u200b-\u200f\u202a-\u202e\ufeff]/gu;

function arabicStems(word: string): string[] {
  const stems = new Set([word]);
  const strip = (prefixes: string, least: number) => {
    for (const stem of [...stems])
      if (stem.length > least && prefixes.includes(stem.charAt(0))) stems.add(stem.slice(1));
  };
  strip("وف", 3);
  for (const stem of [...stems]) if (stem.startsWith("لل") && stem.length > 4) stems.add(stem.slice(2));
  strip("بلك", 3);
  for (const stem of [...stems]) if (stem.startsWith("ال") && stem.length > 4) stems.add(stem.slice(2));
  return [...stems];
}

function latinStems(word: string): string[] {
  const stems = [word];
  if (word.length > 3 && /[sx]$/.test(word)) stems.push(word.slice(0, -1));
  if (word.length > 4 && word.endsWith("ies")) stems.push(`${word.slice(0, -3)}y`);
  if (word.length > 4 && word.endsWith("aux")) stems.push(`${word.slice(0, -3)}al`);
  return stems;
}

/** The forms of one word; the first is the word itself, folded. */
export function stemsOf(word: string): string[] {
  const folded = fold(word);
  return /\p{Script=Arabic}/u.test(folded) ? arabicStems(folded) : latinStems(folded);
}

/** Cuts a text into tokens. Nothing is changed: `text.slice(start, end)` is always the token. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let last = 0;
  for (const match of text.matchAll(PIECE)) {
    const piece = match[0];
    const first = piece.charAt(0);
    const word = /[\p{L}\p{M}\u0640]/u.test(first);
    tokens.push({
      index: tokens.length,
      start: match.index,
      end: match.index + piece.length,
      text: piece,
      fold: fold(piece),
      stems: word ? stemsOf(piece) : [fold(piece)],
      kind: word ? "word" : /\p{Nd}/u.test(first) ? "number" : "mark",
      glued: match.index === last && match.index > 0,
      capital: word && /\p{Lu}/u.test(first),
      arabic: word && /\p{Script=Arabic}/u.test(first),
    });
    last = match.index + piece.length;
  }
  return tokens;
}
