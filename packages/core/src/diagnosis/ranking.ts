// Ranks made of marks. Whole numbers throughout, so that equal is equal.

export interface Mark {
  /** The merged finding. */
  readonly merged: number;
  readonly criterion: number;
  /** Who marks: an actor or a workshop. */
  readonly by: string;
  readonly mark: number;
}

export interface Criterion {
  readonly number: number;
  readonly weight: number;
}

export interface Ranked {
  readonly merged: number;
  /** The sum over all marks of mark × weight of its criterion; null while a mark is missing. */
  readonly score: number | null;
  /** 1 is the first; equal scores share a rank, and the next one counts those before it: 1, 2, 2, 4. */
  readonly rank: number | null;
}

/** A mark that is still to be given. */
export interface MissingMark {
  readonly merged: number;
  readonly criterion: number;
  readonly by: string;
}

/**
 * What has not been marked yet by somebody who marks at all. All marks are needed: with sums, one who marked less would
 * put down what she did not mark.
 */
export function missingMarks(
  merged: readonly number[],
  criteria: readonly Criterion[],
  marks: readonly Mark[],
): MissingMark[] {
  const given = new Set(marks.map((one) => `${one.merged} ${one.criterion} ${one.by}`));
  const markers = [...new Set(marks.map(({ by }) => by))];
  return merged.flatMap((number) =>
    criteria.flatMap((criterion) =>
      markers
        .filter((by) => !given.has(`${number} ${criterion.number} ${by}`))
        .map((by) => ({ merged: number, criterion: criterion.number, by })),
    ),
  );
}

/**
 * The rank of each merged finding, best first.
 * @example two criteria of weights 3 and 1, one who marks: marks 4 and 2 give 3 × 4 + 1 × 2 = 14
 */
export function rankOf(
  merged: readonly number[],
  criteria: readonly Criterion[],
  marks: readonly Mark[],
): Ranked[] {
  const isComplete = marks.length > 0 && missingMarks(merged, criteria, marks).length === 0;
  if (!isComplete) return merged.map((number) => ({ merged: number, score: null, rank: null }));
  const weights = new Map(criteria.map(({ number, weight }) => [number, weight]));
  const scoreOf = (number: number) =>
    marks
      .filter((one) => one.merged === number)
      .reduce((sum, { criterion, mark }) => sum + mark * (weights.get(criterion) ?? 0), 0);
  const scored = merged.map((number) => ({ merged: number, score: scoreOf(number) }));
  return scored
    .map(({ merged: number, score }) => ({
      ...{ merged: number, score },
      rank: 1 + scored.filter((other) => other.score > score).length,
    }))
    .sort((a, b) => a.rank - b.rank || a.merged - b.merged);
}
