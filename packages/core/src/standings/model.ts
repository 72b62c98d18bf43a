// Promise against result: pure rules over counts. The words are those of ledger.md §1.
import { elapsedShare, type PlainDate } from "../kernel/index.ts";

/** How a promise stands, by rule: the first that applies, in this order. */
export const promiseStates = [
  "no_evidence",
  "reached",
  "no_deadline",
  "unquantified",
  "late",
  "on_time",
] as const;
export type PromiseState = (typeof promiseStates)[number];

export interface Counts {
  readonly realised: number;
  readonly proven: number;
  readonly byEvidence: { readonly E1: number; readonly E2: number; readonly E3: number; readonly E4: number };
  readonly overlap: number;
}

export const nothingCounted: Counts = {
  realised: 0,
  proven: 0,
  byEvidence: { E1: 0, E2: 0, E3: 0, E4: 0 },
  overlap: 0,
};

/** Counted rows of one node and indicator, by definition version and evidence level. */
export interface CountedPart {
  readonly version: number;
  readonly evidence: number;
  readonly total: number;
  readonly overlapping: number;
}

/**
 * Adds counted rows up to the words realised and proven. `proofLevel` gives each definition version's level
 * (default E2): a subject is proven when her verified evidence is at or above it.
 */
export function countsOf(parts: readonly CountedPart[], proofLevel: (version: number) => number): Counts {
  const at = (level: number) => sumOf(parts.filter((part) => part.evidence === level));
  return {
    realised: sumOf(parts),
    proven: sumOf(parts.filter((part) => part.evidence >= proofLevel(part.version))),
    byEvidence: { E1: at(1), E2: at(2), E3: at(3), E4: at(4) },
    overlap: parts.reduce((sum, part) => sum + part.overlapping, 0),
  };
}

function sumOf(parts: readonly CountedPart[]): number {
  return parts.reduce((sum, part) => sum + part.total, 0);
}

export interface Remaining {
  readonly realised: number | null;
  readonly proven: number | null;
}

/** Signed − counted, never below 0; null without a number that was signed. */
export function remainingOf(signed: number | null, counts: Counts): Remaining {
  if (signed === null) return { realised: null, proven: null };
  return { realised: Math.max(0, signed - counts.realised), proven: Math.max(0, signed - counts.proven) };
}

/** Counted − signed where that is above 0, else 0; null without a number that was signed. */
export function aboveTarget(signed: number | null, counted: number): number | null {
  return signed === null ? null : Math.max(0, counted - signed);
}

export interface Promise {
  readonly signed: number | null;
  readonly declared: number | null;
  readonly periodFrom: PlainDate | null;
  readonly deadline: PlainDate | null;
}

/**
 * The state of a promise on a day. A target without a deadline is never late.
 * @example proven 40 of 100 with half of the period gone is late; 60 of 100 is on time.
 */
export function stateOf(promise: Promise, counts: Counts, day: PlainDate): PromiseState {
  if (counts.realised === 0 && promise.declared === null) return "no_evidence";
  if (promise.signed !== null && counts.proven >= promise.signed) return "reached";
  if (promise.deadline === null) return "no_deadline";
  // Nothing could ever reach a promise without a signed number: it is never late.
  if (promise.signed === null) return "unquantified";
  if (day > promise.deadline) return "late";
  const share = elapsedShare({ from: promise.periodFrom, to: promise.deadline }, day) ?? 0;
  return counts.proven / promise.signed < share ? "late" : "on_time";
}

/** Children's counts need not add up to their parent's: how many were counted in more than one of them. */
export function countedInMoreThanOne(children: readonly number[], parent: number): number {
  return children.reduce((sum, count) => sum + count, 0) - parent;
}
