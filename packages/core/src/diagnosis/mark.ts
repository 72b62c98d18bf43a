import { sql } from "kysely";
import { z } from "zod";
import { type ActContext, defineAct, eachOnce, ordinal } from "../kernel/index.ts";
import { organisationKey } from "../organisations/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { diagnosisReference } from "./model.ts";
import { readRanking } from "./read-ranking.ts";
import { actorIn, changed, type DiagnosisRow, mergedIn, workshopIn, writableDiagnosis } from "./store.ts";

const mark = z.object({
  merged: ordinal,
  criterion: ordinal.default(1),
  mark: z.int().min(0).max(100_000),
});
type Mark = z.output<typeof mark>;

/**
 * The marks of one who marks: an actor, or the people of a workshop. Given again, they replace those she gave before.
 * @throws `diagnosis.not_now`, `diagnosis.ranking_not_set`, `diagnosis.who_marks`, `diagnosis.criterion_unknown`,
 * `diagnosis.mark_too_high`, `diagnosis.merged_unknown`
 */
export const markFindings = defineAct({
  name: "diagnosis.mark",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    actor: organisationKey.nullable().default(null),
    workshop: ordinal.nullable().default(null),
    marks: z
      .array(mark)
      .min(1)
      .max(2400)
      .refine(
        (marks) => eachOnce(marks, ({ merged, criterion }) => `${merged} ${criterion}`),
        "one mark of each finding for a criterion",
      ),
  }),
  output: z.object({ marks: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "ranking");
    const { actor, workshop, marks } = given;
    if (diagnosis.ranking === null) throw diagnosisErrors.ranking_not_set({ diagnosis: diagnosis.reference });
    if ((actor === null) === (workshop === null)) throw diagnosisErrors.who_marks();
    await checkMarks(ctx, diagnosis, marks);
    const by = {
      actor: actor === null ? null : await actorIn(ctx.tx, diagnosis, actor),
      workshop: workshop === null ? null : (await workshopIn(ctx.tx, diagnosis, workshop)).id,
    };
    await writeMarks(ctx, diagnosis, by, marks);
    await changed(ctx, diagnosis, { after: { actor, workshop, marks } });
    return { marks: marks.length };
  },
});

async function checkMarks(ctx: ActContext, diagnosis: DiagnosisRow, marks: readonly Mark[]): Promise<void> {
  const { criteria } = await readRanking(ctx.tx, diagnosis.id);
  for (const { criterion, mark: given } of marks) {
    const found = criteria.find(({ number }) => number === criterion);
    if (!found) throw diagnosisErrors.criterion_unknown({ criterion, diagnosis: diagnosis.reference });
    if (found.most !== null && given > found.most)
      throw diagnosisErrors.mark_too_high({ mark: given, most: found.most, criterion: found.name });
  }
}

interface Marker {
  readonly actor: string | null;
  readonly workshop: string | null;
}

async function writeMarks(ctx: ActContext, diagnosis: DiagnosisRow, by: Marker, marks: readonly Mark[]) {
  const ids = await mergedIn(ctx.tx, diagnosis, [...new Set(marks.map(({ merged }) => merged))]);
  await sql`
    insert into ranking_marks (merged_id, criterion_id, actor_id, workshop_id, mark)
    select given.merged_id, c.id, ${by.actor}::uuid, ${by.workshop}::uuid, given.mark
    from unnest(${marks.map(({ merged }) => ids.get(merged))}::uuid[], ${marks.map(({ criterion }) => criterion)}::int[],
                ${marks.map((one) => one.mark)}::int[]) as given (merged_id, criterion, mark)
    join ranking_criteria c on c.diagnosis_id = ${diagnosis.id} and c.number = given.criterion
    on conflict (merged_id, criterion_id, actor_id, workshop_id) do update set mark = excluded.mark`.execute(
    ctx.tx,
  );
}
