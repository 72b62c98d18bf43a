import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow } from "../kernel/index.ts";
import { errorNamed } from "./errors.ts";
import { refuseCin } from "./told.ts";

/**
 * A merge was wrong: the subject stands for itself again, with everybody who had been merged into it. Facts that were
 * recorded under the wrong person are corrected one by one (`correctResult`). @throws `results.not_merged`
 */
export const splitSubjects = defineAct({
  name: "results.split_subjects",
  permission: "subjects.merge",
  input: z.object({ subject: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ subject: z.uuid() }),
  async run(ctx, { subject, reason }) {
    refuseCin({ reason });
    await ctx.journal({ object: { kind: "subject", id: subject }, after: { into: null }, reason });
    const { problem } = await onlyRow(
      ctx.tx,
      sql<{ problem: string | null }>`select split_subject(${subject}::uuid, ${ctx.clock.now()}) as problem`,
    );
    if (problem !== null) throw errorNamed(problem, subject);
    return { subject };
  },
});
