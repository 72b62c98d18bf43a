import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { findLiving } from "./find.ts";
import { commitmentReference } from "./model.ts";

/**
 * Puts a task of the promise with the organisation that has to do it (the agency accompanies before creation, an
 * association lends, the region pays).
 * @throws `organisations.unknown`
 */
export const assignResponsibility = defineAct({
  name: "commitments.assign_responsibility",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    organisation: organisationKey,
    task: z.string().trim().min(3).max(500),
  }),
  output: z.object({ commitment: commitmentReference, organisation: z.string(), task: z.string() }),
  async run(ctx, given) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    const organisation = await organisationInSpace(ctx.tx, commitment.space, given.organisation);
    await sql`
      insert into commitment_responsibilities (commitment_id, space, organisation_id, task)
      values (${commitment.id}, ${commitment.space}, ${organisation.id}, ${given.task})
      on conflict do nothing`.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      after: { responsible: given.organisation, task: given.task },
    });
    return given;
  },
});
