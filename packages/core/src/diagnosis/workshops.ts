// The workshops of a diagnosis: planned, held with who came counted, or dropped.
import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  dayOf,
  defineAct,
  firstRow,
  keyText,
  lineText,
  noteText,
  onlyRow,
  ordinal,
  plainDate,
} from "../kernel/index.ts";
import { requireTerritoryId } from "../organisations/index.ts";
import { diagnosisErrors } from "./errors.ts";
import { type AttendanceCell, attendanceCell, cellTwice, diagnosisReference, workshopKind } from "./model.ts";
import { changed, type DiagnosisRow, workshopIn, writableDiagnosis } from "./store.ts";

/** @throws `diagnosis.not_now`, `meetings.unknown`, `diagnosis.other_space`, `organisations.territory_unknown` */
export const planWorkshop = defineAct({
  name: "diagnosis.plan_workshop",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    kind: workshopKind,
    title: lineText.trim().min(3),
    on: plainDate,
    territoryId: z.uuid().nullable().default(null),
    /** The room, in words. */
    place: lineText.trim().nullable().default(null),
    /** The event of which it is a part. */
    event: keyText.nullable().default(null),
  }),
  output: z.object({ number: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "workshops");
    await requireTerritoryId(ctx.tx, diagnosis.space, given.territoryId);
    const event = given.event === null ? null : await eventIn(ctx, diagnosis, given.event);
    const { kind, title, on, place } = given;
    const { number } = await onlyRow(
      ctx.tx,
      sql<{ number: number }>`
        insert into diagnosis_workshops (id, diagnosis_id, space, number, kind, title, planned_on, territory_id,
                                         place_text, event_id)
        select ${ctx.ids.next()}, ${diagnosis.id}, ${diagnosis.space}, coalesce(max(number), 0) + 1, ${kind}, ${title},
               ${on}::date, ${given.territoryId}::uuid, ${place}, ${event}::uuid
        from diagnosis_workshops where diagnosis_id = ${diagnosis.id} returning number`,
    );
    await changed(ctx, diagnosis, {
      after: { workshop: number, kind, title, on, place, event: given.event },
    });
    return { number };
  },
});

async function eventIn(ctx: ActContext, diagnosis: DiagnosisRow, reference: string): Promise<string> {
  const found = await firstRow(
    ctx.tx,
    sql<{ id: string; space: string }>`select id, space from events where reference = ${reference}`,
  );
  if (!found || found.space !== diagnosis.space)
    throw diagnosisErrors.other_space({ other: reference, diagnosis: diagnosis.reference });
  return found.id;
}

/**
 * Says that a workshop was held, and who came, counted; said again, it corrects the count. Nobody is named.
 * @throws `diagnosis.not_now`, `diagnosis.workshop_unknown`, `diagnosis.held_in_future`, `diagnosis.counted_twice`
 */
export const holdWorkshop = defineAct({
  name: "diagnosis.hold_workshop",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({
    diagnosis: diagnosisReference,
    workshop: ordinal,
    on: plainDate,
    attendance: z.array(attendanceCell).min(1).max(18),
  }),
  output: z.object({ number: z.int(), present: z.int() }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "attendance");
    const workshop = await workshopIn(ctx.tx, diagnosis, given.workshop);
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    if (given.on > today) throw diagnosisErrors.held_in_future({ on: given.on, today });
    const twice = cellTwice(given.attendance);
    if (twice) throw diagnosisErrors.counted_twice({ sex: twice.sex, ageBand: twice.ageBand });
    await sql`update diagnosis_workshops set held_on = ${given.on} where id = ${workshop.id}`.execute(ctx.tx);
    await countAnew(ctx, workshop.id, given.attendance);
    const present = given.attendance.reduce((sum, { headcount }) => sum + headcount, 0);
    await changed(ctx, diagnosis, {
      before: { workshop: workshop.number, held_on: workshop.held_on },
      after: { workshop: workshop.number, held_on: given.on, attendance: given.attendance },
    });
    return { number: workshop.number, present };
  },
});

async function countAnew(ctx: ActContext, workshop: string, cells: readonly AttendanceCell[]): Promise<void> {
  await sql`delete from diagnosis_attendance where workshop_id = ${workshop}`.execute(ctx.tx);
  await sql`
    insert into diagnosis_attendance (workshop_id, sex, age_band, headcount)
    select ${workshop}, sex, age_band, headcount
    from unnest(${cells.map(({ sex }) => sex)}::text[], ${cells.map(({ ageBand }) => ageBand)}::text[],
                ${cells.map(({ headcount }) => headcount)}::integer[]) as cell (sex, age_band, headcount)`.execute(
    ctx.tx,
  );
}

/** Takes away a workshop that will not be held. @throws `diagnosis.not_now`, `workshop_unknown`, `workshop_used` */
export const dropWorkshop = defineAct({
  name: "diagnosis.drop_workshop",
  permission: "diagnosis.edit",
  scope: "object",
  input: z.object({ diagnosis: diagnosisReference, workshop: ordinal, reason: noteText.trim().min(3) }),
  output: z.object({ reference: diagnosisReference }),
  async run(ctx, given) {
    const diagnosis = await writableDiagnosis(ctx, given.diagnosis, "workshops");
    const { id, number, title } = await workshopIn(ctx.tx, diagnosis, given.workshop);
    const used = await firstRow(
      ctx.tx,
      sql`
        select from diagnosis_findings where workshop_id = ${id}
        union all select from ranking_marks where workshop_id = ${id}`,
    );
    if (used) throw diagnosisErrors.workshop_used({ workshop: number, diagnosis: diagnosis.reference });
    await sql`delete from diagnosis_attendance where workshop_id = ${id}`.execute(ctx.tx);
    await sql`delete from diagnosis_workshops where id = ${id}`.execute(ctx.tx);
    await changed(ctx, diagnosis, { before: { workshop: number, title }, reason: given.reason });
    return { reference: diagnosis.reference };
  },
});
