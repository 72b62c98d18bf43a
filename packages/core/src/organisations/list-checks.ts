// GET /organisations/:organisation/checks: everything that was ever checked of a partner, the newest first.
import { sql } from "kysely";
import { z } from "zod";
import { defineQuery, plainDate, rows } from "../kernel/index.ts";
import { organisationKey } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";
import { checkOutcome, verificationPoint } from "./verification.ts";

const check = z.object({
  id: z.uuid(),
  point: verificationPoint,
  outcome: checkOutcome,
  checkedOn: plainDate,
  expiresOn: plainDate.nullable(),
  number: z.string().nullable(),
  note: z.string().nullable(),
  fileName: z.string().nullable(),
  /** SHA-256 of the paper. */
  fileHash: z.string().nullable(),
  /** Who recorded it, as the journal names her. */
  checkedBy: z.string(),
});

export const listChecks = defineQuery({
  name: "organisations.checks",
  permission: "organisations.read_checks",
  input: z.object({ organisation: organisationKey }),
  output: z.array(check),
  scope: "object",
  async run(ctx, input) {
    const organisation = await organisationOf(ctx.tx, input.organisation);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    return rows(
      ctx.tx,
      sql<z.infer<typeof check>>`
        select id, point, outcome, checked_on as "checkedOn", expires_on as "expiresOn", number, note,
               file_name as "fileName", file_hash as "fileHash", checked_by as "checkedBy"
        from organisation_checks where organisation_id = ${organisation.id}
        order by checked_on desc, id desc`,
    );
  },
});
