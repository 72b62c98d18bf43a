// A hyphen at the end of a line cut a word (« parte- nariat »), or belongs to it (« accord- cadre »).

/** Whether the hyphen between the end of a line and the beginning of the next one is to go. */
export type IsCut = (before: string, after: string) => boolean;

const lastPart = /([\p{L}\p{M}]+)[-‐]$/u;
const firstPart = /^(\p{Ll}[\p{L}\p{M}]*)/u;

/** A program that cuts words does so every few lines; one that does not leaves only the hyphens of compounds. */
const leastCuts = 2;
const leastShare = 0.05;

/**
 * Judges the hyphens of one document: by the same word elsewhere in it, whole or hyphened, and else by how many of
 * its lines end so.
 */
export function hyphensOf(lines: readonly string[]): IsCut {
  const words = new Set(
    lines.flatMap((line) => line.toLowerCase().match(/[\p{L}\p{M}]+(?:[-‐][\p{L}\p{M}]+)*/gu) ?? []),
  );
  const ends = lines.filter((line, at) => lastPart.test(line) && firstPart.test(lines[at + 1] ?? "")).length;
  const cutsWords = ends >= leastCuts && ends >= lines.length * leastShare;
  return (before, after) => {
    const [first, second] = [lastPart.exec(before)?.[1], firstPart.exec(after)?.[1]].map((part) =>
      part?.toLowerCase(),
    );
    if (first === undefined || second === undefined) return false;
    if (words.has(first + second)) return true;
    return !words.has(`${first}-${second}`) && cutsWords;
  };
}
