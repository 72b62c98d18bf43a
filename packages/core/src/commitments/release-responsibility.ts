import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow } from "../kernel/index.ts";
import { organisationInSpace, organisationKey } from "../organisations/index.ts";
import { commitmentErrors } from "./errors.ts";
import { findLiving } from "./find.ts";
import { commitmentReference } from "./model.ts";

/**
 * Takes a task of the promise away from an organisation that was named by mistake or does it no more.
 * @throws `organisations.unknown`, `commitments.task_unknown`
 */
export const releaseResponsibility = defineAct({
  name: "commitments.release_responsibility",
  permission: "commitments.draft",
  scope: "object",
  input: z.object({
    commitment: commitmentReference,
    organisation: organisationKey,
    task: z.string().trim().min(3).max(500),
    reason: z.string().trim().min(3).max(2000),
  }),
  output: z.object({ commitment: commitmentReference, organisation: z.string(), task: z.string() }),
  async run(ctx, { reason, ...given }) {
    const { commitment, agreement } = await findLiving(ctx.tx, given.commitment);
    ctx.authorise(agreement.scope);
    const organisation = await organisationInSpace(ctx.tx, commitment.space, given.organisation);
    const gone = await firstRow(
      ctx.tx,
      sql`
        delete from commitment_responsibilities
        where commitment_id = ${commitment.id} and organisation_id = ${organisation.id} and task = ${given.task}
        returning task`,
    );
    if (gone === undefined) throw commitmentErrors.task_unknown(given);
    await ctx.journal({
      object: { kind: "commitment", id: commitment.id },
      before: { responsible: given.organisation, task: given.task },
      reason,
    });
    return given;
  },
});
