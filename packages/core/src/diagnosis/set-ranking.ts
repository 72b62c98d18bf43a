import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, lineText, noteText } from "../kernel/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference, rankingKind } from "./model.ts";
import { changed, type DiagnosisRow, writableDiagnosis } from "./store.ts";

const criterion = z.object({
  name: lineText.trim().min(2),
  nameAr: lineText.trim().min(2).nullable().default(null),
  weight: z.int().min(1).max(100),
  /** The highest mark. */
  most: z.int().min(1).max(100),
});
type Criterion = z.output<typeof criterion>;

const voices = { name: "voix", nameAr: "أصوات", weight: 1, most: null };

/**
 * Says how merged findings are ranked: by votes, or by criteria with weights. Set anew, the marks that were given go.
 * @throws `diagnosis.not_now`, `diagnosis.criteria_needed`
 */
export const setRanking = defineAct({
  name: "diagnosis.set_ranking",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    kind: rankingKind,
    /** The method in words: who marks, with how many votes, what a criterion means. */
    words: noteText.trim().min(3),
    /** Of votes none. */
    criteria: z.array(criterion).max(12).default([]),
  }),
  output: z.object({ reference: diagnosisReference }),
  async run(ctx, { diagnosis: reference, kind, words, criteria }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "ranking");
    if ((kind === "criteria") !== criteria.length > 0) throw diagnosisErrors.criteria_needed({ kind });
    await sql`
      delete from ranking_marks where merged_id in (
        select id from merged_findings where diagnosis_id = ${diagnosis.id})`.execute(ctx.tx);
    await sql`delete from ranking_criteria where diagnosis_id = ${diagnosis.id}`.execute(ctx.tx);
    await sql`
      update diagnoses set ranking = ${kind}, ranking_words = ${words} where id = ${diagnosis.id}`.execute(
      ctx.tx,
    );
    await writeCriteria(ctx, diagnosis, kind === "votes" ? [voices] : criteria);
    await changed(ctx, diagnosis, {
      before: { ranking: diagnosis.ranking },
      after: { kind, words, criteria },
    });
    return { reference };
  },
});

async function writeCriteria(
  ctx: ActContext,
  { id }: DiagnosisRow,
  criteria: readonly (Omit<Criterion, "most"> & { readonly most: number | null })[],
): Promise<void> {
  await sql`
    insert into ranking_criteria (id, diagnosis_id, number, name, name_ar, weight, most)
    select c.id, ${id}, c.number, c.name, c.name_ar, c.weight, c.most
    from unnest(${criteria.map(() => ctx.ids.next())}::uuid[], ${criteria.map(({ name }) => name)}::text[],
                ${criteria.map(({ nameAr }) => nameAr)}::text[], ${criteria.map(({ weight }) => weight)}::smallint[],
                ${criteria.map(({ most }) => most)}::smallint[])
      with ordinality as c (id, name, name_ar, weight, most, number)`.execute(ctx.tx);
}
