// GET /diagnoses/:diagnosis: all of it on one page, ranks made of the marks as it is read.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, may, objectScope, onlyRow, rows } from "../kernel/index.ts";
import { isWritable, parts, stepsFrom } from "./lifecycle.ts";
import { missingFor } from "./missing.ts";
import { type AttendanceCell, diagnosisReference, type State } from "./model.ts";
import { rankOf } from "./ranking.ts";
import {
  actionsOf,
  actorsOf,
  findingsOf,
  mergedOf,
  placeJson,
  titledJson,
  workshopsOf,
} from "./read-parts.ts";
import { readRanking } from "./read-ranking.ts";
import { diagnosisShown, type Head } from "./shown.ts";
import { diagnosisOf } from "./store.ts";

export const headColumns = sql`
  d.id, d.space, d.reference, d.title, d.title_ar as "titleAr", d.state, d.starts_on as "startsOn",
  d.ends_on as "endsOn", ${placeJson} as territory, ${titledJson} as agreement`;

/** @throws `diagnosis.unknown` */
export const diagnosisInFull = defineQuery({
  name: "diagnosis.in_full",
  permission: "diagnosis.read",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference }),
  output: diagnosisShown,
  async run(ctx, given) {
    const { tx } = ctx;
    const row = await diagnosisOf(tx, given.diagnosis);
    const scope = await objectScope(tx, row.id);
    ctx.authorise(scope);
    const [head, actors, workshops, findings, merged, actions, marked, passages] = await Promise.all([
      onlyRow(
        tx,
        sql<Head>`
          select ${headColumns} from diagnoses d join territories t on t.id = d.territory_id
          left join agreements g on g.id = d.agreement_id where d.id = ${row.id}`,
      ),
      actorsOf(tx, row.id),
      workshopsOf(tx, row.id),
      findingsOf(tx, row.id),
      mergedOf(tx, row.id),
      actionsOf(tx, row.id),
      readRanking(tx, row.id),
      rows(
        tx,
        sql<{ from: State | null; to: State; at: Date; reason: string | null }>`
          select from_state as "from", to_state as "to", recorded_at as at, reason from diagnosis_steps
          where diagnosis_id = ${row.id} order by recorded_at, id`,
      ),
    ]);
    const ranks = new Map(
      rankOf(marked.merged, marked.criteria, marked.marks).map((one) => [one.merged, one]),
    );
    const from = stepsFrom(row.state);
    const missing = await Promise.all(from.map(({ guards }) => missingFor(tx, row, guards)));
    const edits = may(ctx.actor, "diagnosis.edit", scope);
    const { criteria, markers, marks } = marked;
    const { ranking, ranking_words: words } = row;
    return {
      ...head,
      ...{ method: row.method, revision: row.revision, actors, workshops, findings, actions },
      attendance: sumOf(workshops.flatMap(({ attendance }) => attendance)),
      merged: merged
        .map((one) => {
          const { score = null, rank = null } = ranks.get(one.number) ?? {};
          return { ...one, score, rank };
        })
        .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || a.number - b.number),
      ranking:
        ranking === null || words === null
          ? null
          : { kind: ranking, words, criteria: [...criteria], markers: [...markers], marks: [...marks] },
      passages: passages.map(({ at, ...passage }) => ({ ...passage, on: dayOf(at, ctx.timeZone) })),
      steps: from.map(({ step, to, permission }, at) => ({
        ...{ step, to, permitted: may(ctx.actor, permission, scope), missing: missing[at] ?? [] },
      })),
      writable: edits ? parts.filter((part) => isWritable(part, row.state)) : [],
    };
  },
});

/** The cells of several counts, added up one by one. */
export function sumOf(cells: readonly AttendanceCell[]): AttendanceCell[] {
  const sums = new Map<string, AttendanceCell>();
  for (const one of cells) {
    const key = `${one.sex} ${one.ageBand}`;
    const before = sums.get(key)?.headcount ?? 0;
    sums.set(key, { ...one, headcount: before + one.headcount });
  }
  return [...sums.values()].sort((a, b) => a.ageBand.localeCompare(b.ageBand) || a.sex.localeCompare(b.sex));
}
