/** A piece of a text; a reference (AO-2025-1, R90-2024-01/2) is one piece. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
  readonly isReference: boolean;
}

const reference = /(?<![\p{L}\p{N}-])[A-Z0-9]+(?:-[A-Z0-9]+)+(?:\/[A-Z]?\d+)?(?![\p{L}\p{N}-])/gu;

/** The text cut where a reference begins and ends; put together again it is the same text. Pure. */
export function referencePieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  const put = (start: number, end: number, isReference: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), start, isReference });
  };
  let at = 0;
  for (const found of text.matchAll(reference)) {
    put(at, found.index, false);
    at = found.index + found[0].length;
    put(found.index, at, true);
  }
  put(at, text.length, false);
  return pieces;
}
