// Changes what a committee is: its name, its rhythm, who presides, who sits there; or dissolves it.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, plainDate } from "../kernel/index.ts";
import { findCommittee } from "./committee-store.ts";
import { presidedBy } from "./committee-words.ts";
import { meetingErrors } from "./errors.ts";
import { memberInput, seatMembers } from "./set-up-committee.ts";

/**
 * @throws `meetings.committee_unknown`, `dissolved_before_set_up`, `organisations.unknown`,
 * `meetings.focal_point_unknown`
 */
export const reviseCommittee = defineAct({
  name: "meetings.revise_committee",
  permission: "meetings.edit",
  scope: "object",
  input: z.object({
    committee: z.uuid(),
    name: z.string().trim().min(3).max(200).optional(),
    /** Null: it has none any more; left out: as it was. */
    nameAr: z.string().trim().min(3).max(200).nullish(),
    presidedBy: presidedBy.optional(),
    /** Null: no rhythm any more; left out: as it was. */
    everyMonths: z.int().min(1).max(36).nullish(),
    dissolvedOn: plainDate.optional(),
    /** Who sits there from now on; left out: who sat there. */
    members: z.array(memberInput).max(60).optional(),
    reason: z.string().trim().min(3).max(1000),
  }),
  output: z.object({ committee: z.uuid() }),
  async run(ctx, given) {
    const { reason, committee: id, members, ...change } = given;
    const committee = await findCommittee(ctx.tx, id);
    ctx.authorise(committee.scope);
    const { set_up_on: setUpOn } = committee;
    if (change.dissolvedOn !== undefined && change.dissolvedOn < setUpOn)
      throw meetingErrors.dissolved_before_set_up({ on: change.dissolvedOn, setUpOn });
    await sql`
      update committees set name = coalesce(${change.name ?? null}, name),
        name_ar = case when ${change.nameAr !== undefined}::boolean then ${change.nameAr ?? null} else name_ar end,
        presided_by = coalesce(${change.presidedBy ?? null}, presided_by),
        every_months = case when ${change.everyMonths !== undefined}::boolean then ${change.everyMonths ?? null}::smallint
                            else every_months end,
        dissolved_on = coalesce(${change.dissolvedOn ?? null}::date, dissolved_on)
      where id = ${id}`.execute(ctx.tx);
    if (members !== undefined) {
      const today = dayOf(ctx.clock.now(), ctx.timeZone);
      await sql`update committee_members set left_on = ${today} where committee_id = ${id} and left_on is null`.execute(
        ctx.tx,
      );
      await seatMembers(ctx, committee, members);
    }
    await ctx.journal({
      object: { kind: "agreement", id: committee.agreement_id },
      after: { committee: id, ...change, ...(members && { members }) },
      reason,
    });
    return { committee: id };
  },
});
