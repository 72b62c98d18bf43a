import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { agreementsOfFacts, authoriseAgreements } from "./scope.ts";
import { refuseCin } from "./told.ts";

/**
 * Sends results back to who entered them, with the reason (US-17). They go on counting at the level at which they stand;
 * who entered answers by correcting or withdrawing. Those that cannot be returned are left, counted under why.
 */
export const returnResults = defineAct({
  name: "results.return",
  permission: "results.verify",
  scope: "object",
  judges: true,
  input: z.object({
    facts: z.array(z.uuid()).min(1).max(10_000),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ returned: z.int(), left: z.record(z.string(), z.int()) }),
  async run(ctx, { facts, reason }) {
    refuseCin({ reason });
    await authoriseAgreements(ctx, "results.verify", await agreementsOfFacts(ctx.tx, facts));
    const [only, ...others] = facts;
    const journalId = await ctx.journal({
      object:
        only !== undefined && others.length === 0
          ? { kind: "fact", id: only }
          : { kind: "facts", id: ctx.ids.next() },
      after: { returned: facts.length },
      reason,
    });
    const outcomes = await rows(
      ctx.tx,
      sql<{ outcome: string; facts: number }>`
        select outcome, facts from return_facts(${facts}::uuid[], ${reason}, ${ctx.actor.id}, ${ctx.clock.now()},
          ${journalId}::uuid)`,
    );
    const { returned = 0, ...left } = Object.fromEntries(outcomes.map((row) => [row.outcome, row.facts]));
    return { returned, left };
  },
});
