// Cuts a text at the passages of its values, so that each piece knows every value that was read from it.

export interface Marked {
  /** The path of the value. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

export interface MarkedPiece {
  readonly start: number;
  readonly text: string;
  /** The values read from these words, the one with the narrowest passage first. */
  readonly paths: readonly string[];
}

/** The pieces in order; put together they are the whole text, character for character. */
export function cutAtPassages(text: string, marks: readonly Marked[]): MarkedPiece[] {
  const edges = marks.flatMap(({ start, end }) => [start, end]);
  const cuts = [...new Set([0, ...edges, text.length])]
    .filter((cut) => cut >= 0 && cut <= text.length)
    .sort((a, b) => a - b);
  const coming = [...marks].sort((a, b) => a.start - b.start);
  let open: Marked[] = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    open = open.filter((mark) => mark.end > start);
    for (let mark = coming[next]; mark !== undefined && mark.start <= start; mark = coming[next]) {
      if (mark.end > start) open.push(mark);
      next += 1;
    }
    const paths = [...open].sort(narrowestFirst).map((mark) => mark.path);
    return { start, text: text.slice(start, end), paths };
  });
}

const narrowestFirst = (a: Marked, b: Marked) => a.end - a.start - (b.end - b.start) || a.start - b.start;
