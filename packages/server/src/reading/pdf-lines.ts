// From pieces of text with their places to the lines of a page, each in the order in which it is read.
import { readingOrder } from "./right-to-left.ts";

/** A run of letters as pdf.js gives it, its own letters already in reading order; lengths in points, y upwards. */
export interface Piece {
  readonly text: string;
  readonly rightToLeft: boolean;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  /** Height of the letters; 0 for blanks. */
  readonly size: number;
}

export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly rightToLeft: boolean;
}

/** Farther apart than this (in heights of a letter), two pieces of a line are cells and not words. */
const cellGap = 4;

/** The order of the page's own drawing is kept, so that columns stay whole; what shares a base line is one line. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  for (const piece of pieces.filter(({ text }) => text !== "")) {
    const row = rows.at(-1);
    const size = Math.max(piece.size, ...(row ?? []).map((one) => one.size));
    const base = row?.find((one) => one.size > 0)?.y ?? row?.[0]?.y;
    if (row !== undefined && base !== undefined && Math.abs(base - piece.y) <= size * 0.45) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(lineOf).filter(({ text }) => text !== "");
}

function lineOf(row: readonly Piece[]): Line {
  const said = row.filter(({ text }) => text.trim() !== "");
  const text = wordsOf(row);
  return {
    text: text.replace(/ {2,}/g, " ").trim(),
    left: Math.min(...said.map(({ left }) => left)),
    right: Math.max(...said.map(({ right }) => right)),
    y: said[0]?.y ?? 0,
    size: Math.max(...said.map(({ size }) => size), 0),
    rightToLeft: isArabic(text),
  };
}

/** Most of its letters are Arabic. */
export function isArabic(text: string): boolean {
  const arabic = text.match(/\p{Script=Arabic}/gu)?.length ?? 0;
  return arabic > (text.match(/\p{Script=Latin}/gu)?.length ?? 0);
}

function wordsOf(row: readonly Piece[]): string {
  const whole = row.map(({ text }) => text).join("");
  const visual = /\p{Script=Arabic}/u.test(whole) ? leftToRight(row) : row;
  const spaced = visual.flatMap((piece, at) => {
    const before = visual.slice(0, at).findLast(({ text }) => text.trim() !== "");
    if (before === undefined || piece.text.trim() === "") return [piece];
    const gap = Math.max(piece.left - before.right, before.left - piece.right);
    const parted = visual[at - 1] !== before;
    if (gap > cellGap * piece.size) return [blank(piece, "\t"), piece];
    return !parted && gap > piece.size * 0.25 ? [blank(piece, " "), piece] : [piece];
  });
  const tidy = spaced.filter(({ text }, at) => !(text === " " && spaced[at + 1]?.text === "\t"));
  return readingOrder(tidy, isArabic(whole));
}

const blank = (at: Piece, text: string): Piece => ({ ...at, text, rightToLeft: false, size: 0 });

/** Programs draw a line from its left end, from its right end, or in any order: here it always runs from the left. */
function leftToRight(row: readonly Piece[]): readonly Piece[] {
  const steps = row.slice(1).map((piece, at) => piece.left - (row[at]?.left ?? 0));
  const onward = steps.filter((step) => step > 0).length;
  const back = steps.filter((step) => step < 0).length;
  if (back === 0) return row;
  return onward === 0 ? row.toReversed() : row.toSorted((a, b) => a.left - b.left);
}
