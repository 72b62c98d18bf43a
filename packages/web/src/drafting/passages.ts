// Where the words stand that somebody commented: runs of a text cut at the beginning and end of each passage. Pure.
import type { DraftBlock, DraftClause, DraftComment, DraftRun } from "../api/drafting.ts";

/** A comment with the place that it has in the list, from 1. */
export interface Passage {
  readonly id: string;
  readonly number: number;
  readonly settled: boolean;
  /** Offsets in the clause's words, as the register counts them. */
  readonly start: number;
  readonly end: number;
}

export interface Piece extends DraftRun {
  /** Where it begins in the clause's words: no other piece does. */
  readonly start: number;
  readonly passages: readonly Passage[];
  readonly begins: readonly Passage[];
  readonly ends: readonly Passage[];
}

/** The numbers of the comments of a text, in the order in which they were said. */
export const numbersOf = (comments: readonly DraftComment[]): ReadonlyMap<string, number> =>
  new Map(comments.map(({ id }, at) => [id, at + 1]));

/** The passages of one clause that its text still says. */
export function passagesOf(
  comments: readonly DraftComment[],
  language: string,
  { key }: DraftClause,
  areSettledShown: boolean,
): Passage[] {
  const numbers = numbersOf(comments);
  return comments.flatMap(({ id, clause, settled, place, language: of }) =>
    clause !== key || of !== language || place === null || (settled && !areSettledShown)
      ? []
      : [{ id, settled, ...place, number: numbers.get(id) ?? 0 }],
  );
}

const wordsOf = (runs: readonly DraftRun[]) => runs.map(({ text }) => text).join("");

/** How many signs a block has in its clause's words; the cells of a table have a stroke between them. */
function lengthOf({ kind, runs, rows }: DraftBlock): number {
  if (kind !== "table") return wordsOf(runs).length;
  return rows.map((row) => row.map(wordsOf).join(" | ")).join("\n").length;
}

/** Where each block of a clause begins in its words: a line break stands between two. */
export function startsOf(blocks: readonly DraftBlock[]): number[] {
  let next = 0;
  return blocks.map((block) => {
    const start = next;
    next += lengthOf(block) + 1;
    return start;
  });
}

/** Where each cell of a table begins, row by row. */
export function cellStarts({ rows }: DraftBlock, from: number): number[][] {
  let next = from;
  return rows.map((row) => {
    const starts = row.map((cell) => {
      const start = next;
      next += wordsOf(cell).length + " | ".length;
      return start;
    });
    next += "\n".length - " | ".length;
    return starts;
  });
}

/** The runs that begin at this place of the clause's words, cut where a passage begins or ends. */
export function piecesOf(runs: readonly DraftRun[], from: number, passages: readonly Passage[]): Piece[] {
  let next = from;
  return runs.flatMap((run) => {
    const [start, end] = [next, next + run.text.length];
    next = end;
    const cuts = passages.flatMap((one) => [one.start, one.end]).filter((at) => at > start && at < end);
    const edges = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
    return edges.slice(0, -1).map((left, at): Piece => {
      const right = edges[at + 1] ?? end;
      const over = passages.filter((one) => one.start < right && one.end > left);
      return {
        ...run,
        start: left,
        text: run.text.slice(left - start, right - start),
        passages: over,
        begins: over.filter((one) => one.start === left),
        ends: over.filter((one) => one.end === right),
      };
    });
  });
}
