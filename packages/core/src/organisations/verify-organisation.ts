// Records the verification of a partner before anything is signed with it: which points were in order, which outcome.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineAct, messageReference, plainDate } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { organisationKey, requiredPoints, verificationPoint } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

export const verifyOrganisation = defineAct({
  name: "organisations.verify",
  permission: "organisations.verify",
  input: z.object({
    organisation: organisationKey,
    /** Today when it is not given. */
    checkedOn: plainDate.optional(),
    outcome: z.enum(["accepted", "refused"]),
    points: z.array(verificationPoint),
    note: z.string().trim().max(2000).nullish(),
  }),
  output: z.object({ id: z.uuid() }),
  scope: "object",
  judges: true,
  async run(ctx, given) {
    const organisation = await organisationOf(ctx.tx, given.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const missing = requiredPoints.filter((point) => !given.points.includes(point));
    if (given.outcome === "accepted" && missing.length > 0)
      throw organisationErrors.verification_incomplete({
        organisation: organisation.reference,
        missing: missing.map((point) => messageReference("organisations", `point.${point}`)),
      });
    const id = ctx.ids.next();
    const checkedOn = given.checkedOn ?? dayOf(ctx.clock.now(), ctx.timeZone);
    await sql`
      insert into organisation_verifications (id, organisation_id, checked_on, outcome, points, note, recorded_at)
      values (${id}, ${organisation.id}, ${checkedOn}, ${given.outcome}, ${given.points}::text[],
              ${given.note ?? null}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "organisation", id: organisation.id },
      after: { outcome: given.outcome, points: given.points, checkedOn },
      reason: given.note,
    });
    await ctx.emit({
      type: "organisations.verified",
      objectId: organisation.id,
      payload: { outcome: given.outcome },
    });
    return { id };
  },
});
