// The format `iltizam-decisions/1`: what a reviewer decided on a draft, one decision a path. Kept apart from the draft,
// so that what the engine proposed, what was refused and who changed what stay readable.
import { z } from "zod";
import { lineText } from "../kernel/index.ts";

/**
 * Where a decision stands.
 * - A value or an item of the draft: `shared.targets.0.value`, `instruments.0.parties.2`. Indices are those of the
 *   engine's draft and never move; an item that was added is `event.parts.+k1` (its key after a plus).
 * - A choice of the review: `review/agreement/I1` (kind, then the key of what it is about).
 * - A list to which something is added: `event.parts`, `review/says`.
 */
const path = z.string().min(1).max(600);

/** Set by the server when the decision is saved: who decided, and when. */
const stamp = { by: lineText.optional(), at: z.iso.datetime().optional() };

export const decision = z.discriminatedUnion("decision", [
  z.object({
    path,
    decision: z.literal("accepted"),
    /** For a choice: the suggestion that was accepted; when another one is suggested later, it is open again. */
    value: z.json().optional(),
    ...stamp,
  }),
  z.object({
    path,
    decision: z.literal("refused"),
    why: z.string().trim().min(1).max(500).optional(),
    ...stamp,
  }),
  z.object({ path, decision: z.literal("changed"), value: z.json(), ...stamp }),
  z.object({
    path,
    decision: z.literal("added"),
    /** Names what is added among the additions to this list. */
    key: z.string().regex(/^[a-z0-9]{1,24}$/, "1 to 24 of a-z and 0-9"),
    value: z.json(),
    ...stamp,
  }),
]);
export type Decision = z.infer<typeof decision>;

/** What stands under one path only: a list takes many additions, everything else one decision. */
export const decisionKey = (given: Decision): string =>
  given.decision === "added" ? `${given.path}.+${given.key}` : given.path;

export const decisions = z
  .object({
    format: z.literal("iltizam-decisions/1"),
    decisions: z.array(decision).max(5000),
  })
  .superRefine(({ decisions: all }, check) => {
    const seen = new Set<string>();
    for (const [index, one] of all.entries()) {
      const key = decisionKey(one);
      if (seen.has(key)) {
        check.addIssue({
          code: "custom",
          path: ["decisions", index],
          message: "a path takes one decision",
        });
      }
      seen.add(key);
    }
  });
export type Decisions = z.infer<typeof decisions>;

export const noDecisions: Decisions = { format: "iltizam-decisions/1", decisions: [] };
