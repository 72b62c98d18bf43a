// What is wrong in a file, each with its place: the first thousand in full, all of them counted by kind.
import type { DomainError } from "../kernel/index.ts";

export interface Finding {
  /** The row as a spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
  /** The column's key, or the heading as it is written where no column is known; null for the whole row. */
  readonly column: string | null;
  readonly value: string | null;
  readonly error: DomainError;
}

export interface FindingCount {
  readonly code: string;
  readonly column: string | null;
  readonly count: number;
}

export interface Findings {
  add(finding: Finding): void;
  /** Counts findings of one kind that are not listed one by one. */
  addCounted(code: string, column: string | null, count: number): void;
  readonly listed: readonly Finding[];
  /** All of them by kind, the most frequent first. */
  counts(): readonly FindingCount[];
  readonly total: number;
}

export const listedFindings = 1000;
const longestValue = 80;

export function createFindings(limit: number = listedFindings): Findings {
  const listed: Finding[] = [];
  const counted = new Map<string, { code: string; column: string | null; count: number }>();
  let total = 0;
  const addCounted = (code: string, column: string | null, count: number) => {
    total += count;
    const key = `${code} ${column}`;
    const kind = counted.get(key) ?? { code, column, count: 0 };
    kind.count += count;
    counted.set(key, kind);
  };
  return {
    listed,
    addCounted,
    add(finding) {
      addCounted(finding.error.code, finding.column, 1);
      if (listed.length < limit) listed.push({ ...finding, value: shortened(finding.value) });
    },
    counts: () => [...counted.values()].sort((a, b) => b.count - a.count),
    get total() {
      return total;
    },
  };
}

function shortened(value: string | null): string | null {
  return value !== null && value.length > longestValue ? `${value.slice(0, longestValue)}…` : value;
}
