// The marks of a diagnosis with their criteria, and who marked.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, rows } from "../kernel/index.ts";
import type { Mark } from "./ranking.ts";

export const criterionShown = z.object({
  number: z.int(),
  name: z.string(),
  nameAr: z.string().nullable(),
  weight: z.int(),
  most: z.int().nullable(),
});
/** Who marks, by a key that the marks name: an actor or the people of a workshop. */
export const markerShown = z.object({
  key: z.string(),
  actor: z.string().nullable(),
  workshop: z.int().nullable(),
  name: z.string(),
});

export interface Ranking {
  readonly merged: readonly number[];
  readonly criteria: readonly z.infer<typeof criterionShown>[];
  readonly markers: readonly z.infer<typeof markerShown>[];
  readonly marks: readonly Mark[];
}

export async function readRanking(db: Db, diagnosis: string): Promise<Ranking> {
  const [merged, criteria, given] = await Promise.all([
    rows(
      db,
      sql<{ number: number }>`
        select number from merged_findings where diagnosis_id = ${diagnosis} order by number`,
    ),
    rows(
      db,
      sql<z.infer<typeof criterionShown>>`
        select number, name, name_ar as "nameAr", weight, most from ranking_criteria
        where diagnosis_id = ${diagnosis} order by number`,
    ),
    rows(
      db,
      sql<Mark & Omit<z.infer<typeof markerShown>, "key">>`
        select m.number as merged, c.number as criterion, k.mark, coalesce(k.actor_id, k.workshop_id) as by,
               o.reference as actor, w.number as workshop, coalesce(o.name, w.title) as name
        from ranking_marks k
        join merged_findings m on m.id = k.merged_id
        join ranking_criteria c on c.id = k.criterion_id
        left join diagnosis_actors a on a.id = k.actor_id
        left join organisations o on o.id = a.organisation_id
        left join diagnosis_workshops w on w.id = k.workshop_id
        where m.diagnosis_id = ${diagnosis}
        order by w.number nulls first, o.name, m.number, c.number`,
    ),
  ]);
  const markers = new Map(
    given.map(({ by, actor, workshop, name }) => [by, { key: by, actor, workshop, name }]),
  );
  return {
    merged: merged.map(({ number }) => number),
    criteria,
    markers: [...markers.values()],
    marks: given.map(({ merged: of, criterion, by, mark }) => ({ merged: of, criterion, by, mark })),
  };
}
