import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { enterAboutFact } from "./about-fact.ts";
import { authoriseFact } from "./scope.ts";
import { refuseCin } from "./told.ts";

/** Withdraws a fact: it stays, with the reason, and counts no more. @throws `results.withdrawn_already` */
export const withdrawResult = defineAct({
  name: "results.withdraw",
  permission: "results.withdraw",
  scope: "object",
  input: z.object({ fact: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ fact: z.uuid() }),
  async run(ctx, { fact, reason }) {
    refuseCin({ reason });
    await authoriseFact(ctx, "results.withdraw", fact);
    await enterAboutFact(ctx, { fact, kind: "withdrawn", evidence: null, matchedWith: null, reason });
    return { fact };
  },
});
