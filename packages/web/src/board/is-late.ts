import type { AgreementLine, AgreementSummary } from "../api/read.ts";

export interface CardLateness {
  /** The day of the next action has passed. */
  readonly action: boolean;
  /** Commitments behind their time. */
  readonly promises: number;
}

/** What is late on a card. `today`: YYYY-MM-DD; `line`: its commitments, once they are read. */
export function latenessOf(
  { nextActionOn }: Pick<AgreementSummary, "nextActionOn">,
  line: Pick<AgreementLine, "commitments"> | undefined,
  today: string,
): CardLateness {
  return {
    action: nextActionOn !== null && nextActionOn < today,
    promises: line?.commitments.filter(({ state }) => state === "late").length ?? 0,
  };
}
