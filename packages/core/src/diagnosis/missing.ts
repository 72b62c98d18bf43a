// What a diagnosis still misses before a step, in words of the field: each guard asks its own rows.
import { type RawBuilder, sql } from "kysely";
import { type Db, firstRow, messageReference, rows } from "../kernel/index.ts";
import type { GuardName } from "./lifecycle.ts";
import { missingMarks } from "./ranking.ts";
import { readRanking } from "./read-ranking.ts";
import type { DiagnosisRow } from "./store.ts";

type Guard = (tx: Db, diagnosis: DiagnosisRow) => Promise<string[]>;

const say = (key: string, params: Readonly<Record<string, string | number>> = {}) =>
  messageReference("diagnosis", `missing.${key}`, params);

/** One sentence when the diagnosis has no row of a kind. */
const someOf =
  (key: string, table: string): Guard =>
  async (tx, { id }) => {
    const found = await firstRow(tx, sql`select from ${sql.table(table)} where diagnosis_id = ${id} limit 1`);
    return found ? [] : [say(key)];
  };

/** One sentence for each row that the question gives. */
const each =
  (key: string, question: (id: string) => RawBuilder<{ number: number; words: string }>): Guard =>
  async (tx, { id }) =>
    (await rows(tx, question(id))).map(({ number, words }) => say(key, { number, words }));

const plannedWorkshops = each(
  "workshop",
  (id) => sql`
    select number, title as words from diagnosis_workshops
    where diagnosis_id = ${id} and held_on is null order by number`,
);

const findingsWithoutMerged = each(
  "merged",
  (id) => sql`
    select number, words from diagnosis_findings
    where diagnosis_id = ${id} and merged_id is null order by number`,
);

/** A retained action whose promise was taken back is without an answer again. */
const actionsWithoutAnswer = each(
  "answer",
  (id) => sql`
    select a.number, a.words from diagnosis_actions a left join commitments c on c.id = a.commitment_id
    where a.diagnosis_id = ${id} and (a.state = 'proposed' or c.state = 'withdrawn') order by a.number`,
);

const ranked: Guard = async (tx, diagnosis) => {
  const { criteria, marks, merged, markers } = await readRanking(tx, diagnosis.id);
  if (diagnosis.ranking === null) return [say("ranking")];
  if (marks.length === 0) return [say("marks")];
  const names = new Map(markers.map(({ key, name }) => [key, name]));
  const of = new Map(criteria.map(({ number, name }) => [number, name]));
  return missingMarks(merged, criteria, marks).map((one) =>
    say("mark", { number: one.merged, criterion: of.get(one.criterion) ?? "", by: names.get(one.by) ?? "" }),
  );
};

const guards: Readonly<Record<GuardName, Guard>> = {
  actors: someOf("actors", "diagnosis_actors"),
  workshops: plannedWorkshops,
  findings: someOf("findings", "diagnosis_findings"),
  merged: findingsWithoutMerged,
  ranked,
  actions: someOf("actions", "diagnosis_actions"),
  answers: actionsWithoutAnswer,
};

/** What these guards still miss; empty when they hold. */
export async function missingFor(
  tx: Db,
  diagnosis: DiagnosisRow,
  names: readonly GuardName[],
): Promise<string[]> {
  const answers = await Promise.all(names.map((name) => guards[name](tx, diagnosis)));
  return answers.flat();
}
