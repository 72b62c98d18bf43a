import { sql } from "kysely";
import { z } from "zod";
import { agreementOf, agreementScope } from "../agreements/index.ts";
import { defineAct, firstRow } from "../kernel/index.ts";
import { commitmentKey } from "../results/index.ts";
import { hasIdentityNumber } from "../sheets/index.ts";
import { publishingErrors } from "./errors.ts";

/**
 * A partner says something beside the figure of a promise to which it is party; the next edition prints it. A later comment
 * replaces it. @throws `publishing.promise_unknown`, `publishing.commenter_not_party`, `publishing.comment_names_person`
 */
export const comment = defineAct({
  name: "publishing.comment",
  permission: "comments.make",
  scope: "object",
  input: z.object({
    commitment: commitmentKey,
    /** Who speaks, by reference or id. */
    organisation: z.string().min(2).max(40),
    text: z.string().trim().min(1).max(600),
    language: z.enum(["fr", "ar", "en"]),
  }),
  output: z.object({ comment: z.uuid() }),
  async run(ctx, { commitment, organisation, text, language }) {
    const found = await firstRow(
      ctx.tx,
      sql<{ id: string; agreement: string; party: string | null }>`
        select c.id, c.agreement_id as agreement,
               (select p.organisation_id from agreement_parties p join organisations o on o.id = p.organisation_id
                where p.agreement_id = c.agreement_id and (o.reference = ${organisation} or o.id::text = ${organisation})
                limit 1) as party
        from find_commitment(${commitment}) c where c.id is not null`,
    );
    if (found === undefined) throw publishingErrors.promise_unknown({ reference: commitment });
    const scope = await agreementScope(ctx.tx, await agreementOf(ctx.tx, found.agreement));
    ctx.authorise(scope);
    if (found.party === null) throw publishingErrors.commenter_not_party({ organisation, commitment });
    // whoever acts for an organisation speaks for that one alone
    ctx.authorise({ ...scope, organisations: [found.party] });
    if (hasIdentityNumber(text)) throw publishingErrors.comment_names_person();
    const id = ctx.ids.next();
    await sql`
      insert into promise_comments (id, commitment_id, organisation_id, text, language, recorded_by, recorded_at)
      values (${id}, ${found.id}, ${found.party}, ${text}, ${language}, ${ctx.actor.id}, ${ctx.clock.now()})
    `.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "commitment", id: found.id },
      after: { organisation, text, language },
    });
    return { comment: id };
  },
});
