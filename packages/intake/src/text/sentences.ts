import type { Token } from "./tokens.ts";

/** Tokens `from` (included) to `to` (excluded). */
export type Sentence = {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  /** A line of its own without a final stop near the top: a headline. */
  readonly title: boolean;
  /** A line that begins with a dash or a bullet. */
  readonly bullet: boolean;
  readonly paragraph: number;
};

const STOPS = new Set([".", "!", "?", "؟", "…"]);
const CLOSERS = new Set(['"', "»", "”", "’", ")", "]"]);
const ABBREVIATIONS = new Set([
  "m",
  "mm",
  "mme",
  "mlle",
  "mr",
  "mrs",
  "ms",
  "dr",
  "pr",
  "st",
  "art",
  "no",
  "nov",
  "dec",
  "oct",
  "sept",
  "jan",
  "feb",
  "aug",
  "janv",
  "fevr",
  "ph",
  "inc",
  "ltd",
  "co",
  "corp",
  "approx",
  "etc",
  "cf",
  "p",
  "vs",
  "hon",
]);
const BULLETS = new Set(["-", "–", "—", "•", "*", "·", "▪", "●", "◦"]);
const HANGING = new Set(
  "et and ou or entre between de la le les à a au aux du des d l en pour par dans sur avec of the to in at on for by with و بين في من على إلى مع".split(
    " ",
  ),
);
const LONG_LINE = 60;

function endsSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token || !STOPS.has(token.text)) return false;
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token.text === ".") {
    if (next?.glued && next.kind !== "mark") return false;
    if (
      before &&
      token.glued &&
      (ABBREVIATIONS.has(before.fold) || (before.capital && before.text.length === 1))
    )
      return false;
    if (next && next.kind === "word" && !next.arabic && !next.capital) return false;
  }
  return true;
}

/** A line break inside a sentence: hard-wrapped text, or a list of parties laid out over lines. */
function continues(before: Token, after: Token, gap: string, lineLength: number): boolean {
  if (/\n\s*\n/.test(gap) || BULLETS.has(after.text)) return false;
  if (STOPS.has(before.text)) return false;
  if (before.text === "," || before.text === "،" || HANGING.has(before.fold)) return true;
  if (before.text === ":") return false;
  const lower = after.kind === "word" && !after.capital && !after.arabic;
  return lineLength >= LONG_LINE && (lower || after.arabic || after.kind === "number");
}

function breaks(text: string, tokens: readonly Token[]): { at: number; hard: boolean; line: boolean }[] {
  const found: { at: number; hard: boolean; line: boolean }[] = [];
  let lineStart = 0;
  for (let at = 1; at < tokens.length; at++) {
    const before = tokens[at - 1];
    const token = tokens[at];
    if (!before || !token) continue;
    const gap = text.slice(before.end, token.start);
    if (/[\n\r]/.test(gap)) {
      const between = before.text === ":" && HANGING.has(tokens[at - 2]?.fold ?? "");
      if (!between && !continues(before, token, gap, before.end - lineStart))
        found.push({ at, hard: /\n\s*\n/.test(gap), line: true });
      lineStart = token.start;
    } else if (
      endsSentence(tokens, at - 1) ||
      (CLOSERS.has(before.text) && before.glued && STOPS.has(tokens[at - 2]?.text ?? "") && token.capital)
    ) {
      if (!CLOSERS.has(token.text)) found.push({ at, hard: false, line: false });
    }
  }
  found.push({ at: tokens.length, hard: true, line: true });
  return found;
}

/** Cuts the text into sentences; a line that stands alone and does not end like a sentence is a title. */
export function sentencesOf(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  let paragraph = 0;
  let startsLine = true;
  for (const { at, hard, line } of breaks(text, tokens)) {
    const first = tokens[from];
    const last = tokens[at - 1];
    if (first && last) {
      const final = CLOSERS.has(last.text) ? (tokens[at - 2] ?? last) : last;
      const bullet = startsLine && BULLETS.has(first.text);
      sentences.push({
        index: sentences.length,
        from,
        to: at,
        start: first.start,
        end: last.end,
        title: startsLine && line && !bullet && !STOPS.has(final.text) && !/[;,،:]/.test(last.text),
        bullet,
        paragraph,
      });
    }
    if (hard) paragraph++;
    startsLine = line;
    from = at;
  }
  return sentences;
}
