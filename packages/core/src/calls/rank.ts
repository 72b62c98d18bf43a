// The ranking of a call: medians, weighted and added exactly. Whole numbers and fractions of them only; a decimal is made
// at the very end, to be shown. No I/O.
import type { Verdict } from "./model.ts";

export interface RankedCriterion {
  readonly number: number;
  /** Percent; all add up to 100. */
  readonly weight: number;
  readonly scale: number;
  /** A median below it eliminates. */
  readonly atLeast: number | null;
}

export interface Mark {
  readonly assessor: string;
  readonly criterion: number;
  readonly mark: number;
}

export interface Judged {
  readonly application: string;
  /** Of the receipt: the order in which they came. */
  readonly number: number;
  /** Minor units. */
  readonly asked: bigint;
  /** Of every assessor who marked all criteria. */
  readonly marks: readonly Mark[];
}

export interface CriterionResult {
  readonly criterion: number;
  /** Twice the median, which is a whole number. */
  readonly medianTwice: number;
  readonly lowest: number;
  readonly highest: number;
  /** The assessors lie at least the call's share of the scale apart. */
  readonly isDisputed: boolean;
}

export interface Ranked {
  readonly application: string;
  /** Null: eliminated. */
  readonly rank: number | null;
  /** Hundredths of a point of 100, rounded half up from the exact score. */
  readonly hundredths: number;
  readonly criteria: readonly CriterionResult[];
  /** The criteria whose median lies below what they ask. */
  readonly eliminatedBy: readonly number[];
  readonly isBelowPass: boolean;
  readonly proposed: Verdict;
}

export interface Rules {
  readonly criteria: readonly RankedCriterion[];
  readonly passMark: number | null;
  readonly disagreementPercent: number;
  /** Minor units. */
  readonly envelope: bigint;
}

/** Twice the median of some marks: the middle one, or what the two middle ones add up to. */
export function medianTwice(marks: readonly number[]): number {
  const sorted = [...marks].sort((a, b) => a - b);
  const upper = Math.floor(sorted.length / 2);
  const high = sorted[upper] ?? 0;
  return sorted.length % 2 === 1 ? 2 * high : high + (sorted[upper - 1] ?? 0);
}

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
const lcm = (numbers: readonly number[]) => numbers.reduce((all, one) => (all / gcd(all, one)) * one, 1);

/** Weight × median / scale, added up, as a whole number of parts; `of` parts are 100 points. */
interface Score {
  readonly parts: bigint;
  readonly of: bigint;
}

const hundredthsOf = ({ parts, of }: Score): number => Number((parts * 20_000n + of) / (2n * of));

interface Assessed extends Judged {
  readonly score: Score;
  readonly results: readonly CriterionResult[];
  readonly eliminatedBy: readonly number[];
}

function assess(one: Judged, { criteria, disagreementPercent }: Rules): Assessed {
  const results = criteria.map(({ number, scale }): CriterionResult => {
    const marks = one.marks.filter(({ criterion }) => criterion === number).map(({ mark }) => mark);
    const [lowest, highest] = [Math.min(...marks), Math.max(...marks)];
    const isDisputed = (highest - lowest) * 100 >= disagreementPercent * scale;
    return { criterion: number, medianTwice: medianTwice(marks), lowest, highest, isDisputed };
  });
  const common = lcm(criteria.map(({ scale }) => scale));
  const parts = criteria.reduce(
    (sum, { weight, scale }, at) => sum + weight * (results[at]?.medianTwice ?? 0) * (common / scale),
    0,
  );
  const eliminatedBy = criteria.flatMap(({ number, atLeast }, at) =>
    atLeast !== null && (results[at]?.medianTwice ?? 0) < 2 * atLeast ? [number] : [],
  );
  return { ...one, score: { parts: BigInt(parts), of: BigInt(200 * common) }, results, eliminatedBy };
}

/** The criteria by which equals are told apart: the heaviest first, then in their order. */
const byWeight = (criteria: readonly RankedCriterion[]) =>
  [...criteria].sort((a, b) => b.weight - a.weight || a.number - b.number);

/** The higher score; of equals the better in the heaviest criterion and so on; who asks for less; who came first. */
function compare(a: Assessed, b: Assessed, heaviest: readonly RankedCriterion[]): number {
  if (a.score.parts !== b.score.parts) return a.score.parts > b.score.parts ? -1 : 1;
  const median = (one: Assessed, criterion: number) =>
    one.results.find((result) => result.criterion === criterion)?.medianTwice ?? 0;
  for (const { number } of heaviest) {
    const difference = median(b, number) - median(a, number);
    if (difference !== 0) return difference;
  }
  if (a.asked !== b.asked) return a.asked < b.asked ? -1 : 1;
  return a.number - b.number;
}

/**
 * Ranks what was judged and proposes a verdict for each: accepted from the top as long as the envelope holds what it asks
 * for, then on the reserve list; below the pass mark or eliminated: rejected. Nobody is passed over for one further down.
 * @example two criteria of weight 60 and 40 on 20; marks 10, 14, 18 and 8, 12, 13: medians 14 and 12, so
 *   60 × 14/20 + 40 × 12/20 = 66 points
 */
export function rank(judged: readonly Judged[], rules: Rules): Ranked[] {
  const assessed = judged.map((one) => assess(one, rules));
  const heaviest = byWeight(rules.criteria);
  const [kept, eliminated] = [true, false].map((inside) =>
    assessed
      .filter(({ eliminatedBy }) => (eliminatedBy.length === 0) === inside)
      .sort((a, b) => compare(a, b, heaviest)),
  );
  let left: bigint | null = rules.envelope;
  const propose = (one: Assessed, isBelowPass: boolean): Verdict => {
    if (isBelowPass) return "rejected";
    left = left !== null && one.asked <= left ? left - one.asked : null;
    return left === null ? "reserve" : "accepted";
  };
  const shown = (one: Assessed, place: number | null): Ranked => {
    const isBelowPass =
      rules.passMark !== null && one.score.parts * 100n < BigInt(rules.passMark) * one.score.of;
    return {
      ...{ application: one.application, rank: place, hundredths: hundredthsOf(one.score) },
      ...{ criteria: one.results, eliminatedBy: one.eliminatedBy, isBelowPass },
      proposed: place === null ? "rejected" : propose(one, isBelowPass),
    };
  };
  return [
    ...(kept ?? []).map((one, at) => shown(one, at + 1)),
    ...(eliminated ?? []).map((one) => shown(one, null)),
  ];
}

/** Hundredths as they are written: 6600 → "66.00". */
export const pointsOf = (hundredths: number): string =>
  `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

/** Twice a median as the median is written: 27 → "13.5". */
export const medianOf = (twice: number): string =>
  twice % 2 === 0 ? String(twice / 2) : `${(twice - 1) / 2}.5`;
