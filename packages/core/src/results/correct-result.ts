import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, onlyRow } from "../kernel/index.ts";
import { resultErrors } from "./errors.ts";
import { readAnswer, recordedResult } from "./record-result.ts";
import { post } from "./refusals.ts";
import { authoriseCommitment, authoriseFact } from "./scope.ts";
import { recordingRow, refuseCin, type ToldResult, textsOf, toldResult, toldRow } from "./told.ts";

/** What may be corrected: everything but the row's identity in its source. */
const changes = z
  .object({
    commitment: toldResult.shape.commitment,
    /** Another person by her subject id; the subject of a thing cannot be corrected, only its cells. */
    subject: z.uuid(),
    indicator: toldResult.shape.indicator,
    date: toldResult.shape.date,
    place: z.string().trim().min(1).max(200),
    sex: z.enum(["F", "M", "U"]),
    birthDate: toldResult.shape.birthDate,
    age: toldResult.shape.age,
    ageBand: toldResult.shape.ageBand,
    education: toldResult.shape.education.unwrap(),
    milieu: toldResult.shape.milieu,
    segments: toldResult.shape.segments.unwrap(),
    quantity: toldResult.shape.quantity.unwrap(),
    claimed: toldResult.shape.claimed.unwrap(),
    evidenceFile: toldResult.shape.evidenceFile,
    evidenceReference: toldResult.shape.evidenceReference,
    note: toldResult.shape.note,
  })
  .partial();

interface Told extends Omit<ToldResult, "subject"> {
  readonly subjectId: string;
  readonly isThing: boolean;
}

/** A fact as its source would tell it, with the codes of the field. */
async function toldAgain(ctx: ActContext, fact: string): Promise<Told> {
  const found = await firstRow(
    ctx.tx,
    sql<Told>`
      select f.commitment_id as commitment, f.subject_id as "subjectId", i.subject = 'thing' as "isThing", f.indicator,
             f.fact_date as date, coalesce(case t.kind when 'abroad' then 'abroad' else t.scheme end || ':' || t.code,
             'unknown') as place, f.sex, f.age_band as "ageBand", f.education, f.milieu, f.segments, f.quantity,
             f.claimed, f.evidence_hash as "evidenceFile", f.evidence_reference as "evidenceReference",
             f.external_id as "externalId", f.note
      from facts f join indicators i on i.code = f.indicator
      left join territories t on t.id = coalesce(f.commune_id, f.territory_id)
      where f.id = ${fact}`,
  );
  if (found === undefined) throw resultErrors.fact_unknown({ value: fact });
  return found;
}

/**
 * Corrects a fact: a new revision of its row takes its place, at evidence E1 until somebody verifies it again. When the
 * source sends the row as before, the correction stays. @throws `results.corrected_already`, `withdrawn_already`
 */
export const correctResult = defineAct({
  name: "results.correct",
  permission: "results.correct",
  scope: "object",
  journalsItself: true,
  input: z.object({ fact: z.uuid(), changes, reason: z.string().trim().min(3).max(500) }),
  output: recordedResult,
  async run(ctx, { fact, changes: given, reason }) {
    await authoriseFact(ctx, "results.correct", fact);
    if (given.commitment !== undefined) await authoriseCommitment(ctx, "results.correct", given.commitment);
    const { subjectId, isThing, ...was } = await toldAgain(ctx, fact);
    const { subject: other, ...cells } = given;
    const bandIsNew = given.age !== undefined || given.birthDate !== undefined;
    const subject = isThing ? { thing: subjectId } : { id: other ?? subjectId };
    const told = { ...was, ...(bandIsNew && { ageBand: undefined }), ...cells, subject };
    refuseCin({ ...textsOf(told), reason });
    return post(() => correctOnce(ctx, fact, told, reason), false);
  },
});

async function correctOnce(ctx: ActContext, fact: string, told: ToldResult, reason: string) {
  const answer = await onlyRow(
    ctx.tx,
    sql<Parameters<typeof readAnswer>[0]>`
      select problem, detail, fact_id as fact, outcome, counting, reason
      from correct_result(${fact}::uuid, ${toldRow(told, ctx.keys)},
                          ${recordingRow(ctx, { act: "results.correct", reason })}, ${ctx.ids.next()}::uuid,
                          ${ctx.ids.next()}::uuid, ${ctx.ids.next()}::uuid)`,
  );
  return readAnswer(answer);
}
