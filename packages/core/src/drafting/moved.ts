// Which figures of a frozen text the register says otherwise now. Pure.
import { z } from "zod";
import { type DraftContent, sourcedRuns } from "./model.ts";

export const movedFigure = z.object({
  /** As a wording asks for it: commitment.2.quantity. */
  key: z.string(),
  before: z.string().nullable(),
  /** Null: the register no longer has it. */
  after: z.string().nullable(),
});
export type MovedFigure = z.infer<typeof movedFigure>;

/** Each figure once, as the first text says it. */
export function figuresIn({ texts: [text] }: DraftContent): Map<string, string | null> {
  const found = new Map<string, string | null>();
  if (text === undefined) return found;
  for (const { from, text: words } of sourcedRuns(text))
    if (from.figure) found.set(from.key, from.value === null ? null : words);
  return found;
}

export function changedFigures(before: DraftContent, after: DraftContent): MovedFigure[] {
  const [then, now] = [figuresIn(before), figuresIn(after)];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((key) => {
    const [was, is] = [then.get(key) ?? null, now.get(key) ?? null];
    return was === is ? [] : [{ key, before: was, after: is }];
  });
}
