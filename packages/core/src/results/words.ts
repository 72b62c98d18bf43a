// The words of ledger.md §1 as arithmetic: from counts, a target and declarations to realised, proven, remaining.
import type { CountRow } from "./counted.ts";

export interface WordsInput {
  /** The current target of the signed text; null without a signed text or without a number. */
  readonly signed: number | null;
  /** The sum over periods and declarants; null when nobody declared. */
  readonly declared: number | null;
  /** The counts of one node and indicator. */
  readonly counts: readonly Pick<CountRow, "evidence" | "total" | "overlapping">[];
  /** The evidence level from which a count is proven: 2, or 3 for durable jobs and retention. */
  readonly proofLevel: number;
}

export interface Words {
  readonly signed: number | null;
  readonly declared: number | null;
  readonly realised: number;
  readonly proven: number;
  readonly byEvidence: Readonly<Record<"E1" | "E2" | "E3" | "E4", number>>;
  readonly overlap: number;
  /** Never below 0; null without a number. */
  readonly remaining: { readonly realised: number | null; readonly proven: number | null };
  readonly aboveTarget: { readonly realised: number | null; readonly proven: number | null };
  /** Declared − realised, never below 0; null when nobody declared. */
  readonly withoutNames: number | null;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const excess = (more: number | null, less: number) => (more === null ? null : Math.max(0, more - less));
const beyond = (target: number | null, counted: number) =>
  target === null ? null : Math.max(0, counted - target);

/**
 * @example words({ signed: 1500, declared: 1700, counts: [{ evidence: 2, total: 1620, overlapping: 12 }], proofLevel: 3 })
 * // realised 1620, proven 0, remaining { realised: 0, proven: 1500 }, aboveTarget.realised 120, withoutNames 80
 */
export function words({ signed, declared, counts, proofLevel }: WordsInput): Words {
  const at = (level: number) => sum(counts.filter((row) => row.evidence === level).map((row) => row.total));
  const realised = sum(counts.map((row) => row.total));
  const proven = sum(counts.filter((row) => row.evidence >= proofLevel).map((row) => row.total));
  return {
    signed,
    declared,
    realised,
    proven,
    byEvidence: { E1: at(1), E2: at(2), E3: at(3), E4: at(4) },
    overlap: sum(counts.map((row) => row.overlapping)),
    remaining: { realised: excess(signed, realised), proven: excess(signed, proven) },
    aboveTarget: { realised: beyond(signed, realised), proven: beyond(signed, proven) },
    withoutNames: excess(declared, realised),
  };
}
