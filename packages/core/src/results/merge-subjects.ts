import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow } from "../kernel/index.ts";
import { errorNamed, resultErrors } from "./errors.ts";
import { sameSpace } from "./subjects.ts";
import { refuseCin } from "./told.ts";

/**
 * Two subjects are one person: the first stands under the second from now on, and counts once with it at every node.
 * @throws `results.same_subject`, `results.subject_unknown`
 */
export const mergeSubjects = defineAct({
  name: "results.merge_subjects",
  permission: "subjects.merge",
  input: z.object({ subject: z.uuid(), into: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ subject: z.uuid(), into: z.uuid() }),
  async run(ctx, { subject, into, reason }) {
    refuseCin({ reason });
    if (subject === into) throw resultErrors.same_subject({ value: subject });
    await sameSpace(ctx.tx, [subject, into]);
    const journalId = await ctx.journal({
      object: { kind: "subject", id: subject },
      after: { into },
      reason,
    });
    const { problem } = await onlyRow(
      ctx.tx,
      sql<{ problem: string | null }>`
        select merge_subjects(${ctx.ids.next()}::uuid, ${subject}::uuid, ${into}::uuid, ${reason}, ${ctx.actor.id},
                              ${ctx.clock.now()}, ${journalId}::uuid) as problem`,
    );
    if (problem !== null) throw errorNamed(problem, subject);
    return { subject, into };
  },
});
