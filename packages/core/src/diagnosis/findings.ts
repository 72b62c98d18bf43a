// What was said, in the words in which it was said, and by whom.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, lineText, noteText, onlyRow, ordinal } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference, language } from "./model.ts";
import { actorIn, changed, refuseNumbers, workshopIn, writableDiagnosis } from "./store.ts";

/**
 * Records a finding: said in a workshop, by an actor, by a group («jeunes sans diplôme»), or several of these.
 * @throws `diagnosis.not_now`, `diagnosis.nobody_said`, `diagnosis.workshop_unknown`, `diagnosis.actor_unknown`,
 * `kernel.names_person`
 */
export const recordFinding = defineAct({
  name: "diagnosis.record_finding",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    words: noteText.trim().min(3),
    language: language.default("fr"),
    topic: lineText.trim().min(2),
    workshop: ordinal.nullable().default(null),
    actor: organisationKey.nullable().default(null),
    /** A group, never a person's name. */
    group: lineText.trim().min(2).nullable().default(null),
  }),
  output: z.object({ number: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "findings");
    const { words, topic, workshop, actor, group } = given;
    refuseNumbers({ words, topic, group });
    if (workshop === null && actor === null && group === null)
      throw diagnosisErrors.nobody_said({ diagnosis: diagnosis.reference });
    const heardIn = workshop === null ? null : (await workshopIn(ctx.tx, diagnosis, workshop)).id;
    const saidBy = actor === null ? null : await actorIn(ctx.tx, diagnosis, actor);
    const { number } = await onlyRow(
      ctx.tx,
      sql<{ number: number }>`
        insert into diagnosis_findings (id, diagnosis_id, number, words, language, topic, workshop_id, actor_id, said_by,
                                        recorded_at)
        select ${ctx.ids.next()}, ${diagnosis.id}, coalesce(max(number), 0) + 1, ${words}, ${given.language}, ${topic},
               ${heardIn}::uuid, ${saidBy}::uuid, ${group}, ${ctx.clock.now()}
        from diagnosis_findings where diagnosis_id = ${diagnosis.id} returning number`,
    );
    await changed(ctx, diagnosis, { after: { finding: number, words, topic, workshop, actor, group } });
    return { number };
  },
});

/**
 * Takes away a finding that was noted by mistake; one that was merged is separated first.
 * @throws `diagnosis.not_now`, `diagnosis.finding_unknown`, `diagnosis.finding_merged`
 */
export const removeFinding = defineAct({
  name: "diagnosis.remove_finding",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, finding: ordinal, reason: noteText.trim().min(3) }),
  output: z.object({ reference: diagnosisReference }),
  async run(ctx, { diagnosis: reference, finding, reason }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "findings");
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string; words: string; merged: number | null }>`
        select f.id, f.words, m.number as merged
        from diagnosis_findings f left join merged_findings m on m.id = f.merged_id
        where f.diagnosis_id = ${diagnosis.id} and f.number = ${finding}`,
    );
    if (!found) throw diagnosisErrors.finding_unknown({ finding, diagnosis: reference });
    if (found.merged !== null) throw diagnosisErrors.finding_merged({ finding, merged: found.merged });
    await sql`delete from diagnosis_findings where id = ${found.id}`.execute(ctx.tx);
    await changed(ctx, diagnosis, { before: { finding, words: found.words }, reason });
    return { reference };
  },
});
