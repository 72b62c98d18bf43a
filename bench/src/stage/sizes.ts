/** How large the stage is. The required size is a million facts; the others show how costs grow. */
export interface Size {
  readonly facts: number;
  readonly commitments: number;
  readonly agreements: number;
}

/** 1 agreement for 10 000 facts and 20 commitments an agreement, at least 10 agreements. */
export function sizeOf(facts: number): Size {
  const agreements = Math.max(10, Math.round(facts / 10_000));
  return { facts, agreements, commitments: agreements * 20 };
}
