import { sql } from "kysely";
import { z } from "zod";
import { defineAct, onlyRow } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { sameSpace } from "./subjects.ts";
import { refuseCin } from "./told.ts";

/**
 * Two persons who are alike are two: kept with the reason, so that the pair is proposed no more. Nothing that is counted
 * changes; to find them one later is a merge. @throws `results.same_subject`, `results.subject_unknown`
 */
export const keepApart = defineAct({
  name: "results.keep_apart",
  permission: "subjects.merge",
  input: z.object({ subject: z.uuid(), from: z.uuid(), reason: z.string().trim().min(3).max(500) }),
  output: z.object({ subject: z.uuid(), from: z.uuid() }),
  async run(ctx, { subject, from, reason }) {
    refuseCin({ reason });
    if (subject === from) throw resultErrors.same_subject({ value: subject });
    await sameSpace(ctx.tx, [subject, from]);
    const { same } = await onlyRow(
      ctx.tx,
      sql<{ same: boolean }>`select is_same_person(${subject}, ${from}) as same`,
    );
    if (same) throw resultErrors.same_subject({ value: subject });
    const journalId = await ctx.journal({
      object: { kind: "subject", id: subject },
      after: { apartFrom: from },
      reason,
    });
    const [one, other] = [subject, from].sort();
    await sql`
      insert into subjects_apart (id, one_id, other_id, reason, recorded_by, recorded_at, journal_id)
      values (${ctx.ids.next()}, ${one}, ${other}, ${reason}, ${ctx.actor.id}, ${ctx.clock.now()}, ${journalId})
      on conflict (one_id, other_id) do nothing`.execute(ctx.tx);
    return { subject, from };
  },
});
