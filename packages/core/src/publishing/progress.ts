// How far an edition is that is being worked out, for whoever waits for it: told by this process, kept nowhere.
import { z } from "zod";
import { defineQuery } from "../kernel/index.ts";

interface Progress {
  /** Comparisons done: with itself, then with each edition that has left. */
  readonly done: number;
  readonly of: number;
}

const underWay = new Map<string, Progress>();

/** Runs with a way to tell how far it is, under the name that who asked gave it; without one nobody listens. */
export async function withProgress<Result>(
  watch: string | undefined,
  run: (onStep: (done: number, of: number) => void) => Promise<Result>,
): Promise<Result> {
  if (watch === undefined) return run(() => undefined);
  try {
    return await run((done, of) => underWay.set(watch, { done, of }));
  } finally {
    underWay.delete(watch);
  }
}

/** GET /edition-progress: null before it begins and once it is done. */
export const editionProgress = defineQuery({
  name: "publishing.progress",
  permission: "publishing.preview",
  input: z.object({ watch: z.uuid() }),
  output: z.object({ progress: z.object({ done: z.int(), of: z.int() }).nullable() }),
  run: async (_, { watch }) => ({ progress: underWay.get(watch) ?? null }),
});
