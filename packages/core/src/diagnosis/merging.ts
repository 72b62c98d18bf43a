// Findings that say the same merge into one that stands for them; each keeps its words, and merging is undone.
import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, firstRow, noteText, onlyRow, ordinal, rows } from "../kernel/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference } from "./model.ts";
import { changed, type DiagnosisRow, mergedIn, refuseNumbers, writableDiagnosis } from "./store.ts";

const numbers = z.array(ordinal).min(1).max(200);

/**
 * Merges findings under words that stand for them, or into one that is there. A finding alone may stand for itself.
 * @throws `diagnosis.not_now`, `diagnosis.finding_unknown`, `diagnosis.finding_merged`, `diagnosis.merged_unknown`
 */
export const mergeFindings = defineAct({
  name: "diagnosis.merge_findings",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    findings: numbers,
    /** The merged finding that they join; null: a new one, under these words. */
    into: ordinal.nullable().default(null),
    words: noteText.trim().min(3).nullable().default(null),
    wordsAr: noteText.trim().min(3).nullable().default(null),
  }),
  output: z.object({ merged: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "merging");
    const { findings, words, wordsAr } = given;
    refuseNumbers({ words, wordsAr });
    const sources = await freeFindings(ctx, diagnosis, findings);
    const merged =
      given.into === null
        ? await newMerged(ctx, diagnosis, words ?? sources[0]?.words ?? "", wordsAr)
        : { number: given.into, id: (await mergedIn(ctx.tx, diagnosis, [given.into])).get(given.into) };
    await sql`
      update diagnosis_findings set merged_id = ${merged.id}
      where id = any(${sources.map(({ id }) => id)}::uuid[])`.execute(ctx.tx);
    await changed(ctx, diagnosis, { after: { merged: merged.number, findings, words } });
    return { merged: merged.number };
  },
});

async function freeFindings(ctx: ActContext, diagnosis: DiagnosisRow, wanted: readonly number[]) {
  const found = await rows(
    ctx.tx,
    sql<{ id: string; number: number; words: string; merged: number | null }>`
      select f.id, f.number, f.words, m.number as merged
      from diagnosis_findings f left join merged_findings m on m.id = f.merged_id
      where f.diagnosis_id = ${diagnosis.id} and f.number = any(${wanted}::smallint[]) order by f.number`,
  );
  const unknown = wanted.find((number) => !found.some((one) => one.number === number));
  if (unknown !== undefined)
    throw diagnosisErrors.finding_unknown({ finding: unknown, diagnosis: diagnosis.reference });
  const taken = found.find(({ merged }) => merged !== null);
  if (taken) throw diagnosisErrors.finding_merged({ finding: taken.number, merged: taken.merged });
  return found;
}

const newMerged = (ctx: ActContext, diagnosis: DiagnosisRow, words: string, wordsAr: string | null) =>
  onlyRow(
    ctx.tx,
    sql<{ id: string; number: number }>`
      insert into merged_findings (id, diagnosis_id, number, words, words_ar)
      select ${ctx.ids.next()}, ${diagnosis.id}, coalesce(max(number), 0) + 1, ${words}, ${wordsAr}
      from merged_findings where diagnosis_id = ${diagnosis.id} returning id, number`,
  );

/**
 * Takes findings out of the merged one, or all of them; without a source it goes, with the marks that it was given.
 * @throws `diagnosis.not_now`, `diagnosis.merged_unknown`, `diagnosis.finding_unknown`, `diagnosis.merged_used`
 */
export const separateFindings = defineAct({
  name: "diagnosis.separate_findings",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    merged: ordinal,
    /** Null: all of them. */
    findings: numbers.nullable().default(null),
    reason: noteText.trim().min(3),
  }),
  output: z.object({ separated: z.array(z.int()), gone: z.boolean() }),
  async run(ctx, { diagnosis: reference, merged, findings, reason }) {
    const diagnosis = await writableDiagnosis(ctx, reference, "merging");
    const id = (await mergedIn(ctx.tx, diagnosis, [merged])).get(merged) ?? "";
    const separated = await rows(
      ctx.tx,
      sql<{ number: number }>`
        update diagnosis_findings set merged_id = null
        where merged_id = ${id} and (${findings}::smallint[] is null or number = any(${findings}::smallint[]))
        returning number`,
    );
    const taken = separated.map(({ number }) => number).sort((a, b) => a - b);
    const unknown = findings?.find((number) => !taken.includes(number));
    if (unknown !== undefined)
      throw diagnosisErrors.finding_unknown({ finding: unknown, diagnosis: reference });
    const left = await firstRow(ctx.tx, sql`select from diagnosis_findings where merged_id = ${id} limit 1`);
    if (!left) await removeMerged(ctx, id, merged);
    await changed(ctx, diagnosis, { before: { merged, findings: taken }, reason });
    return { separated: taken, gone: !left };
  },
});

async function removeMerged(ctx: ActContext, id: string, merged: number): Promise<void> {
  const action = await firstRow(
    ctx.tx,
    sql<{ number: number }>`
      select a.number from action_findings f join diagnosis_actions a on a.id = f.action_id
      where f.merged_id = ${id} order by a.number limit 1`,
  );
  if (action) throw diagnosisErrors.merged_used({ merged, action: action.number });
  await sql`delete from ranking_marks where merged_id = ${id}`.execute(ctx.tx);
  await sql`delete from merged_findings where id = ${id}`.execute(ctx.tx);
}
