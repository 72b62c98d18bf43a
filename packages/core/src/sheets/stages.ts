// How long each stage of an import takes, for `--timings` and for a person who waits.
import type { ImportProgress } from "./import-outcome.ts";

export interface Stages {
  /** Ends the stage before and begins this one. */
  begin(stage: string): void;
  measured(): { stage: string; milliseconds: number }[];
}

export function createStages(progress?: ImportProgress): Stages {
  const begun: { stage: string; at: number }[] = [];
  return {
    begin(stage) {
      begun.push({ stage, at: performance.now() });
      progress?.stage(stage);
    },
    measured() {
      const end = performance.now();
      return begun.map(({ stage, at }, place) => {
        const next = begun[place + 1]?.at ?? end;
        return { stage, milliseconds: Math.round(next - at) };
      });
    },
  };
}
