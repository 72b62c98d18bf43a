import { sql } from "kysely";
import { z } from "zod";
import { defineAct, rows } from "../kernel/index.ts";
import { agreementsOfFacts, authoriseAgreements } from "./scope.ts";
import { checkVerification, verification } from "./verify-result.ts";

/**
 * Verifies many facts at once, as after a match of a wage declaration: those that cannot be raised are left as they are
 * and counted under the reason. @throws `results.match_needed`
 */
export const verifyResults = defineAct({
  name: "results.verify_many",
  permission: "results.verify",
  scope: "object",
  judges: true,
  input: verification.extend({
    facts: z.array(z.uuid()).min(1).max(1_000_000),
    reason: z.string().trim().min(3).max(500),
  }),
  output: z.object({ verified: z.int(), left: z.record(z.string(), z.int()) }),
  async run(ctx, { facts, evidence, matchedWith, reason }) {
    checkVerification({ evidence, matchedWith, reason });
    await authoriseAgreements(ctx, "results.verify", await agreementsOfFacts(ctx.tx, facts));
    const journalId = await ctx.journal({
      object: { kind: "facts", id: ctx.ids.next() },
      after: { evidence, matchedWith: matchedWith ?? null, facts: facts.length },
      reason,
    });
    const outcomes = await rows(
      ctx.tx,
      sql<{ outcome: string; facts: number }>`
        select outcome, facts from verify_facts(${facts}::uuid[], ${evidence}::smallint, ${matchedWith ?? null},
          ${reason}, ${ctx.actor.id}, ${ctx.clock.now()}, ${journalId}::uuid)`,
    );
    const { verified = 0, ...left } = Object.fromEntries(outcomes.map((row) => [row.outcome, row.facts]));
    return { verified, left };
  },
});
