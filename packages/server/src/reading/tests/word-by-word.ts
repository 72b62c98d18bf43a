import { type Drawn, widthOf } from "./make-pdf.ts";

const arabicLetter = /(?=\p{Script=Arabic})[\p{L}\p{M}]/u;
const piece =
  /(?:(?=\p{Script=Arabic})[\p{L}\p{M}])+|\p{Script=Latin}(?:[\p{Script=Latin} ’-]*\p{Script=Latin})?|\p{Nd}(?:[\p{Nd}.,٫٬]*\p{Nd})?|./gu;

/** As browsers write a line: pieces in one script each, from the left edge. */
export function wordByWord(
  logical: string,
  { y = 700, size = 9, rightToLeft = arabicLetter.test(logical.charAt(0)) } = {},
): Drawn[] {
  const pieces = logical.match(piece) ?? [];
  const turned = rightToLeft ? pieces.toReversed().map((one) => mirrored(one)) : turnArabic(pieces);
  const width = widthOf(logical, size);
  let x = rightToLeft ? 560 - width : 40;
  return turned.map((one) => {
    const text = arabicLetter.test(one) ? [...one].reverse().join("") : one;
    const drawn = { text, x, y, size };
    x += widthOf(text, size);
    return drawn;
  });
}

const mirrored = (piece: string) => ({ "(": ")", ")": "(", "«": "»", "»": "«" })[piece] ?? piece;

/** A run of Arabic inside Latin is drawn with its last word first. */
function turnArabic(pieces: readonly string[]): string[] {
  const isArabic = (one: string) => arabicLetter.test(one);
  const first = pieces.findIndex(isArabic);
  if (first === -1) return [...pieces];
  const last = pieces.findLastIndex(isArabic);
  return [...pieces.slice(0, first), ...pieces.slice(first, last + 1).reverse(), ...pieces.slice(last + 1)];
}
