import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { enterAboutFact } from "./about-fact.ts";
import { resultErrors } from "./errors.ts";
import { authoriseFact } from "./scope.ts";
import { refuseCin } from "./told.ts";

export const verification = z.object({
  /** E2 document seen, E3 matched with an administrative source, E4 audited in a sample. */
  evidence: z.int().min(2).max(4),
  /** The administrative source that matched (CNSS wage declaration, company register); E3 needs it. */
  matchedWith: z.string().trim().min(2).max(80).optional(),
  reason: z.string().trim().min(3).max(500).optional(),
});

/** @throws `results.match_needed`, `results.looks_like_cin` */
export function checkVerification({ evidence, matchedWith, reason }: z.output<typeof verification>): void {
  if (evidence === 3 && matchedWith === undefined) throw resultErrors.match_needed();
  refuseCin({ matchedWith, reason });
}

/**
 * Raises the evidence of a fact. Somebody else than the recorder does it, or a named administrative match; a level is
 * never lowered (ledger.md §1). @throws `results.own_record`, `results.not_raised`, `results.withdrawn_already`
 */
export const verifyResult = defineAct({
  name: "results.verify",
  permission: "results.verify",
  scope: "object",
  judges: true,
  input: verification.extend({ fact: z.uuid() }),
  output: z.object({ fact: z.uuid(), evidence: z.int() }),
  async run(ctx, { fact, evidence, matchedWith = null, reason = null }) {
    checkVerification({ evidence, matchedWith: matchedWith ?? undefined, reason: reason ?? undefined });
    await authoriseFact(ctx, "results.verify", fact);
    await enterAboutFact(ctx, { fact, kind: "verified", evidence, matchedWith, reason });
    return { fact, evidence };
  },
});
