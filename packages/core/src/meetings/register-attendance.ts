import { sql } from "kysely";
import { z } from "zod";
import {
  type ActContext,
  type Db,
  defineAct,
  firstRow,
  lineText,
  ordinal,
  type Space,
} from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { requireMeetingState } from "./committee-store.ts";
import { meetingErrors } from "./errors.ts";
import { attendanceRole, citations, eventReference } from "./model.ts";
import { cite, type EventRow, findEvent } from "./store.ts";

/**
 * Says who took part in an event, or in one part of it, and as what: an office-holder, an organisation, or a category
 * that the text does not name (the governors, three client companies). Saying it twice gives the same row.
 * @throws `meetings.meeting_not_open`, `meetings.nobody_named`, `part_unknown`, `office_holder_unknown`, `organisations.unknown`
 */
export const registerAttendance = defineAct({
  name: "meetings.register_attendance",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    event: eventReference,
    part: ordinal.nullable().default(null),
    role: attendanceRole,
    organisation: organisationKey.nullable().default(null),
    officeHolderId: z.uuid().nullable().default(null),
    category: lineText.trim().min(1).nullable().default(null),
    headcount: ordinal.nullable().default(null),
    citedBy: citations,
  }),
  output: z.object({ id: z.uuid(), event: eventReference }),
  async run(ctx, given) {
    const event = await findEvent(ctx.tx, given.event);
    ctx.authorise(event.scope);
    await requireMeetingState(ctx.tx, event, ["convened", "held"]);
    const { organisation, officeHolderId, category, role, headcount } = given;
    if (organisation === null && officeHolderId === null && category === null) {
      throw meetingErrors.nobody_named({ event: given.event });
    }
    const part = given.part === null ? null : await partOf(ctx.tx, event, given.part);
    const party = organisation && (await organisationInSpace(ctx.tx, event.space, organisation));
    if (officeHolderId !== null) await requireOfficeHolder(ctx.tx, event.space, officeHolderId);
    const row = { part, role, organisation: party ? party.id : null, officeHolderId, category, headcount };
    const id = await keepParticipant(ctx, event, row);
    await cite(ctx.tx, event, given.citedBy, id);
    const after = {
      part: given.part,
      role,
      organisation,
      office_holder: officeHolderId,
      category,
      headcount,
    };
    await ctx.journal({ object: { kind: "event", id: event.id }, after });
    return { id, event: event.reference };
  },
});

interface Participant {
  readonly part: string | null;
  readonly role: z.infer<typeof attendanceRole>;
  readonly organisation: string | null;
  readonly officeHolderId: string | null;
  readonly category: string | null;
  readonly headcount: number | null;
}

async function keepParticipant(ctx: ActContext, event: EventRow, given: Participant): Promise<string> {
  const known = await firstRow(
    ctx.tx,
    sql<{ id: string }>`
      select id from event_participants
      where event_id = ${event.id} and role = ${given.role}
        and (part_id, organisation_id, office_holder_id, category) is not distinct from
            (${given.part}::uuid, ${given.organisation}::uuid, ${given.officeHolderId}::uuid, ${given.category}::text)`,
  );
  if (known) return known.id;
  const id = ctx.ids.next();
  await sql`
    insert into event_participants (id, event_id, space, part_id, role, organisation_id, office_holder_id, category,
                                    headcount)
    values (${id}, ${event.id}, ${event.space}, ${given.part}, ${given.role}, ${given.organisation},
            ${given.officeHolderId}, ${given.category}, ${given.headcount})`.execute(ctx.tx);
  return id;
}

async function partOf(tx: Db, event: { id: string; reference: string }, ordinal: number): Promise<string> {
  const found = await firstRow(
    tx,
    sql<{ id: string }>`select id from event_parts where event_id = ${event.id} and ordinal = ${ordinal}`,
  );
  if (!found) throw meetingErrors.part_unknown({ event: event.reference, part: ordinal });
  return found.id;
}

async function requireOfficeHolder(tx: Db, space: Space, id: string): Promise<void> {
  const found = await firstRow(tx, sql`select from office_holders where id = ${id} and space = ${space}`);
  if (!found) throw meetingErrors.office_holder_unknown({ officeHolder: id, space });
}
