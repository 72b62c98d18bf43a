// A paragraph that came back, as a wording: what stands in a content control is its name again; where a control was taken
// away, the words that it held are found beside those that went out. Pure.
import { partsOf, type TextPart, type Token, tokensOf } from "./compare.ts";
import type { Run } from "./model.ts";
import type { Piece } from "./read-docx.ts";
import { readDay, readNumber } from "./say.ts";

interface Placed {
  readonly line: string;
  readonly figures: { readonly key: string; readonly before: string; readonly read: string }[];
  /** Words of the register that the paragraph no longer says. */
  readonly lost: string[];
  readonly strange: string[];
}

const plain = (words: string) => words.replace(/[\s\u00a0\u202f\u200e\u200f]+/g, " ").trim();
/** Whether two wordings differ in more than the gaps between words. */
export const sameText = (a: string, b: string): boolean => plain(a) === plain(b);

/** Whether words that came back say another figure than those that went out. */
function isOther(read: string, { text, from }: Run): boolean {
  if (plain(read) === plain(text)) return false;
  if (from?.figure !== true) return true;
  const [was, is] = [readNumber(text) ?? readDay(text), readNumber(read) ?? readDay(read)];
  return is === null || was !== is;
}

export function placeFigures(went: readonly Run[], came: readonly Piece[]): Placed {
  const known = new Map(went.flatMap((run) => (run.from ? [[run.from.key, run] as const] : [])));
  const figures: Placed["figures"] = [];
  const strange: string[] = [];
  const tagged = new Set<string>();
  const pieces = came.map((piece): Piece => {
    if (piece.key === null) return piece;
    const run = known.get(piece.key);
    if (run === undefined || tagged.has(piece.key)) {
      strange.push(`${piece.key}: ${piece.text}`);
      return { text: piece.text, key: null };
    }
    tagged.add(piece.key);
    if (isOther(piece.text, run)) figures.push({ key: piece.key, before: run.text, read: piece.text.trim() });
    return { text: `{${piece.key}}`, key: piece.key };
  });
  const without = went.filter(({ from, text }) => from !== undefined && text !== "" && !tagged.has(from.key));
  const again =
    without.length === 0
      ? { line: pieces.map(({ text }) => text).join(""), lost: [] }
      : findAgain(went, pieces, without, figures);
  return { ...again, figures, strange };
}

/** Words whose control was taken away: those that stand in its place in the paragraph that came back. */
function findAgain(
  went: readonly Run[],
  came: readonly Piece[],
  without: readonly Run[],
  figures: Placed["figures"],
) {
  const tokens = (runs: readonly Run[]): Token[] =>
    // a control that is still there is its name on both sides; one that went is the words that it held
    runs.flatMap((run): Token[] =>
      run.from && !without.includes(run) ? [{ text: `{${run.from.key}}`, key: null }] : tokensOf([run]),
    );
  const back = came.flatMap(({ text, key }): Token[] =>
    key === null ? plainTokens(text) : [{ text, key: null }],
  );
  const held = tokens(went).map((token) =>
    token.key === null ? token : { ...token, text: plain(token.text) },
  );
  const parts = partsOf(held, merge(back, without));
  const lost: string[] = [];
  let line = "";
  parts.forEach((part, at) => {
    if (part.kind !== "removed") line += part.key === null ? part.text : `{${part.key}}`;
    else if (part.key !== null) {
      const read = numberAfter(parts, at);
      const run = without.find(({ from }) => from?.key === part.key);
      if (read === null || run === undefined) lost.push(`${part.key}: ${part.text}`);
      else {
        figures.push({ key: part.key, before: run.text, read });
        line += `{${part.key}}`;
        parts[at + 1] = {
          ...(parts[at + 1] as TextPart),
          text: (parts[at + 1] as TextPart).text.replace(read, ""),
        };
      }
    }
  });
  return { line, lost };
}

const plainTokens = (text: string): Token[] => tokensOf([{ text }]);

/** Words that came back as they went out are one token, as they were. */
function merge(back: readonly Token[], without: readonly Run[]): Token[] {
  let rest = [...back];
  for (const { from, text } of without) {
    const wanted = plainTokens(text);
    const at = rest.findIndex((_, start) =>
      wanted.every((token, index) => {
        const other = rest[start + index];
        return other?.key === null && plain(other.text) === plain(token.text);
      }),
    );
    if (at !== -1 && from)
      rest = [...rest.slice(0, at), { text: plain(text), key: from.key }, ...rest.slice(at + wanted.length)];
  }
  return rest;
}

/** A figure at the beginning of what was put in the place of one. */
function numberAfter(parts: readonly TextPart[], at: number): string | null {
  const next = parts[at + 1];
  if (next?.kind !== "added" || next.key !== null) return null;
  const day = /^\s*(\d{1,2}(?:er)?[\s\u00a0]\p{L}+[\s\u00a0]\d{4}|\d{1,2}\/\d{1,2}\/\d{4})/u.exec(
    next.text,
  )?.[1];
  if (day !== undefined && readDay(day) !== null) return day;
  const number = /^\s*(\d{1,3}(?:[\s\u00a0\u202f.]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)/.exec(next.text)?.[1];
  return number !== undefined && readNumber(number) !== null ? number : null;
}
