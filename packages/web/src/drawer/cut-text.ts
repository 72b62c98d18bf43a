// Cuts a text at its passages, so that the chosen words can be marked and the others shown. Offsets are UTF-16.

export interface Passage {
  readonly start: number;
  readonly end: number;
}

export interface Piece {
  readonly start: number;
  readonly text: string;
  /** The chosen words; words that another value was read from; the rest. */
  readonly kind: "chosen" | "other" | "plain";
}

/** The pieces in order; put together they are the whole text, character for character. */
export function cutText(text: string, chosen: Passage | null, passages: readonly Passage[]): Piece[] {
  const edges = passages.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, ...(chosen ? [chosen.start, chosen.end] : []), text.length])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  const holds = (passage: Passage | null, start: number, end: number) =>
    passage !== null && passage.start <= start && end <= passage.end;
  const pieces: Piece[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const inOther = passages.some((passage) => holds(passage, start, end));
    const kind = holds(chosen, start, end) ? "chosen" : inOther ? "other" : "plain";
    const last = pieces.at(-1);
    if (last?.kind === kind)
      pieces[pieces.length - 1] = { ...last, text: last.text + text.slice(start, end) };
    else pieces.push({ start, text: text.slice(start, end), kind });
  }
  return pieces;
}
