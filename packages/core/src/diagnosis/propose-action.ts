import { sql } from "kysely";
import { z } from "zod";
import { defineAct, noteText, onlyRow, ordinal } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { diagnosisReference } from "./model.ts";
import { actorIn, changed, mergedIn, refuseNumbers, writableDiagnosis } from "./store.ts";

/**
 * Proposes an action that answers merged findings.
 * @throws `diagnosis.not_now`, `diagnosis.merged_unknown`, `diagnosis.actor_unknown`
 */
export const proposeAction = defineAct({
  name: "diagnosis.propose_action",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    words: noteText.trim().min(3),
    wordsAr: noteText.trim().min(3).nullable().default(null),
    /** The merged findings that it answers. */
    answers: z.array(ordinal).min(1).max(50),
    proposedBy: organisationKey.nullable().default(null),
  }),
  output: z.object({ action: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "actions");
    const { words, wordsAr, answers, proposedBy } = given;
    refuseNumbers({ words, wordsAr });
    const merged = await mergedIn(ctx.tx, diagnosis, answers);
    const by = proposedBy === null ? null : await actorIn(ctx.tx, diagnosis, proposedBy);
    const { id, number } = await onlyRow(
      ctx.tx,
      sql<{ id: string; number: number }>`
        insert into diagnosis_actions (id, diagnosis_id, space, number, words, words_ar, proposed_by, state)
        select ${ctx.ids.next()}, ${diagnosis.id}, ${diagnosis.space}, coalesce(max(number), 0) + 1, ${words}, ${wordsAr},
               ${by}::uuid, 'proposed'
        from diagnosis_actions where diagnosis_id = ${diagnosis.id} returning id, number`,
    );
    await sql`
      insert into action_findings (action_id, merged_id, diagnosis_id)
      select ${id}, merged_id, ${diagnosis.id} from unnest(${[...merged.values()]}::uuid[]) as merged_id`.execute(
      ctx.tx,
    );
    await changed(ctx, diagnosis, { after: { action: number, words, answers, proposedBy } });
    return { action: number };
  },
});
