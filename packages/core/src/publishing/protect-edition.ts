// What an edition does not tell: few subjects, within itself and as a difference from every edition that has left.
import type { KeptCounts } from "./counts.ts";
import { cellsBeside, cellsOfEdition, type StateBound } from "./edition-cells.ts";
import { type Hiding, protect } from "./protect.ts";

/** Told after each step: how many of how many comparisons are done. */
export type OnStep = (done: number, of: number) => void;

/**
 * @throws CannotBeHidden when what was told before gives away what this edition may not tell, whatever it hides
 */
export async function protectEdition(
  edition: Omit<KeptCounts, "hidden" | "threshold">,
  states: readonly StateBound[],
  earlier: readonly KeptCounts[],
  threshold: number,
  onStep: OnStep = () => undefined,
): Promise<Hiding> {
  onStep(0, earlier.length + 1);
  const system = cellsOfEdition(edition, states, threshold);
  const hiding = await protect(system, threshold);
  for (const [at, one] of earlier.entries()) {
    onStep(at + 1, earlier.length + 1);
    // More hidden beside one edition leaves what is proven beside the others as it was: nobody learns from less.
    await protect(cellsBeside(system, edition, one, threshold), threshold, hiding);
  }
  onStep(earlier.length + 1, earlier.length + 1);
  return hiding;
}
