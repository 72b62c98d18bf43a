// Finding a diagnosis and its parts, and the writes that several acts share.
import { sql } from "kysely";
import {
  type ActContext,
  type Db,
  firstRow,
  kernelErrors,
  messageReference,
  objectScope,
  onlyRow,
  personalNumberIn,
  rows,
  type Space,
} from "../kernel/index.ts";
import { organisationInSpace } from "../organisations/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { isWritable, type Part, writableIn } from "./lifecycle.ts";
import type { State } from "./model.ts";

export interface DiagnosisRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly title: string;
  readonly title_ar: string | null;
  readonly territory_id: string;
  readonly agreement_id: string | null;
  readonly method: string;
  readonly starts_on: string | null;
  readonly ends_on: string | null;
  readonly state: State;
  readonly ranking: "votes" | "criteria" | null;
  readonly ranking_words: string | null;
  readonly revision: number;
}

const columns = sql.raw(
  `id, space, reference, title, title_ar, territory_id, agreement_id, method, starts_on, ends_on, state, ranking,
   ranking_words, revision`,
);

/** @throws `diagnosis.unknown` */
export async function diagnosisOf(db: Db, reference: string): Promise<DiagnosisRow> {
  const found = await firstRow(
    db,
    sql<DiagnosisRow>`select ${columns} from diagnoses where reference = ${reference}`,
  );
  if (!found) throw diagnosisErrors.unknown({ diagnosis: reference });
  return found;
}

/** The diagnosis for an act on it: locked, the right checked where it lies. @throws `diagnosis.unknown` */
export async function lockedDiagnosis(ctx: ActContext, reference: string): Promise<DiagnosisRow> {
  const { id } = await diagnosisOf(ctx.tx, reference);
  ctx.authorise(await objectScope(ctx.tx, id));
  return onlyRow(ctx.tx, sql<DiagnosisRow>`select ${columns} from diagnoses where id = ${id} for update`);
}

/** As `lockedDiagnosis`, in a state in which this part of it is written. @throws `diagnosis.not_now` */
export async function writableDiagnosis(
  ctx: ActContext,
  reference: string,
  part: Part,
): Promise<DiagnosisRow> {
  const found = await lockedDiagnosis(ctx, reference);
  if (!isWritable(part, found.state)) {
    const say = (one: State) => messageReference("diagnosis", `state.${one}`);
    throw diagnosisErrors.not_now({
      ...{ diagnosis: reference, state: say(found.state), wanted: writableIn[part].map(say) },
      part: messageReference("diagnosis", `part.${part}`),
    });
  }
  return found;
}

/** Says in the journal what became of a diagnosis, and that it changed. */
export async function changed(
  ctx: ActContext,
  { id, reference }: Pick<DiagnosisRow, "id" | "reference">,
  said: { readonly before?: unknown; readonly after?: unknown; readonly reason?: string | null },
): Promise<void> {
  await sql`update diagnoses set revision = revision + 1 where id = ${id}`.execute(ctx.tx);
  await ctx.journal({ object: { kind: "diagnosis", id }, ...said });
  await ctx.emit({ type: "diagnosis.changed", objectId: id, payload: { reference } });
}

/** The actor of a diagnosis by its organisation. @throws `diagnosis.actor_unknown` */
export async function actorIn(tx: Db, diagnosis: DiagnosisRow, organisation: string): Promise<string> {
  const party = await organisationInSpace(tx, diagnosis.space, organisation);
  const found = await firstRow(
    tx,
    sql<{ id: string }>`
      select id from diagnosis_actors where diagnosis_id = ${diagnosis.id} and organisation_id = ${party.id}`,
  );
  if (!found) throw diagnosisErrors.actor_unknown({ organisation, diagnosis: diagnosis.reference });
  return found.id;
}

export interface WorkshopRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly held_on: string | null;
}

/** @throws `diagnosis.workshop_unknown` */
export async function workshopIn(tx: Db, diagnosis: DiagnosisRow, number: number): Promise<WorkshopRow> {
  const found = await firstRow(
    tx,
    sql<WorkshopRow>`
      select id, number, title, held_on from diagnosis_workshops
      where diagnosis_id = ${diagnosis.id} and number = ${number}`,
  );
  if (!found) throw diagnosisErrors.workshop_unknown({ workshop: number, diagnosis: diagnosis.reference });
  return found;
}

/** The ids of merged findings, by their numbers. @throws `diagnosis.merged_unknown` */
export async function mergedIn(
  tx: Db,
  diagnosis: DiagnosisRow,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const found = await rows(
    tx,
    sql<{ id: string; number: number }>`
      select id, number from merged_findings
      where diagnosis_id = ${diagnosis.id} and number = any(${numbers}::smallint[])`,
  );
  const ids = new Map(found.map(({ number, id }) => [number, id]));
  const missing = numbers.find((number) => !ids.has(number));
  if (missing !== undefined)
    throw diagnosisErrors.merged_unknown({ merged: missing, diagnosis: diagnosis.reference });
  return ids;
}

/** What is said in a workshop and answered in public names nobody by a number of hers. @throws `kernel.names_person` */
export function refuseNumbers(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const found = personalNumberIn(text ?? "");
    if (found)
      throw kernelErrors.names_person({ field, found: messageReference("kernel", `number.${found}`) });
  }
}
