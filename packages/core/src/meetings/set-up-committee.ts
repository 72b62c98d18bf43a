// Sets up a committee of an agreement or a programme: who sits there, who presides, how often it meets (US-27).
import { sql } from "kysely";
import { z } from "zod";
import { agreementOf } from "../agreements/index.ts";
import { type ActContext, defineAct, firstRow, objectScope, plainDate, type Space } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { committeeKind, memberRole, presidedBy } from "./committee-words.ts";
import { meetingErrors } from "./errors.ts";

export const memberInput = z.object({
  organisation: organisationKey,
  role: memberRole,
  /** The function that sits there («chef de la division emploi»), never a person's name. */
  function: z.string().trim().min(2).max(200),
  /** Where a convening goes; the organisation's first focal point with a mail without it. */
  focalPoint: z.uuid().nullish(),
});
export type MemberInput = z.output<typeof memberInput>;

/** @throws `agreements.unknown`, `organisations.unknown`, `meetings.focal_point_unknown` */
export const setUpCommittee = defineAct({
  name: "meetings.set_up_committee",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    agreement: z.string().min(1).max(40),
    kind: committeeKind,
    name: z.string().trim().min(3).max(200),
    /** How it is called in Arabic, where that is known. */
    nameAr: z.string().trim().min(3).max(200).nullish(),
    presidedBy,
    /** Months between two meetings; null: the text sets no rhythm. */
    everyMonths: z.int().min(1).max(36).nullable(),
    setUpOn: plainDate,
    members: z.array(memberInput).max(60).default([]),
  }),
  output: z.object({ committee: z.uuid() }),
  async run(ctx, given) {
    const agreement = await agreementOf(ctx.tx, given.agreement);
    ctx.authorise(await objectScope(ctx.tx, agreement.id));
    const id = ctx.ids.next();
    const { kind, name, nameAr = null, everyMonths, setUpOn } = given;
    await sql`
      insert into committees (id, space, agreement_id, kind, name, name_ar, presided_by, every_months, set_up_on,
                              recorded_at)
      values (${id}, ${agreement.space}, ${agreement.id}, ${kind}, ${name}, ${nameAr}, ${given.presidedBy},
              ${everyMonths}, ${setUpOn}, ${ctx.clock.now()})`.execute(ctx.tx);
    await seatMembers(ctx, { id, space: agreement.space }, given.members);
    await ctx.journal({
      object: { kind: "agreement", id: agreement.id },
      after: {
        committee: id,
        kind,
        name,
        nameAr,
        presidedBy: given.presidedBy,
        everyMonths,
        setUpOn,
        members: given.members,
      },
    });
    return { committee: id };
  },
});

/** Writes who sits in the committee. @throws `organisations.unknown`, `meetings.focal_point_unknown` */
export async function seatMembers(
  ctx: ActContext,
  committee: { readonly id: string; readonly space: Space },
  members: readonly MemberInput[],
): Promise<void> {
  for (const { organisation: key, role, function: held, focalPoint } of members) {
    const organisation = await organisationInSpace(ctx.tx, committee.space, key);
    if (focalPoint) await requireFocalPoint(ctx, organisation.id, focalPoint);
    await sql`
      insert into committee_members (id, committee_id, space, organisation_id, role, function, focal_point_id)
      values (${ctx.ids.next()}, ${committee.id}, ${committee.space}, ${organisation.id}, ${role}, ${held},
              ${focalPoint ?? null})`.execute(ctx.tx);
  }
}

/** What is convened goes to the member's own contact, and to nobody else's. */
async function requireFocalPoint(ctx: ActContext, organisation: string, focalPoint: string): Promise<void> {
  const known = await firstRow(
    ctx.tx,
    sql`select from focal_points where id = ${focalPoint} and organisation_id = ${organisation} and active`,
  );
  if (!known) throw meetingErrors.focal_point_unknown({ focalPoint });
}
