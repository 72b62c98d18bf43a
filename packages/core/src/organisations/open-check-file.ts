// Opens the paper of a check. It may name a manager or an owner: who opened it stands in the journal.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { organisationKey } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";

/** @throws `organisations.check_unknown` */
export const openCheckFile = defineAct({
  name: "organisations.open_check_file",
  permission: "organisations.open_papers",
  scope: "object",
  input: z.object({ organisation: organisationKey, check: z.uuid() }),
  output: z.object({ name: z.string(), base64: z.string() }),
  async run(ctx, { organisation: key, check }) {
    const organisation = await organisationOf(ctx.tx, key);
    ctx.authorise(await organisationScope(ctx.tx, organisation));
    const file = await firstRow(
      ctx.tx,
      sql<{ name: string; hash: string }>`
        select file_name as name, file_hash as hash from organisation_checks
        where id = ${check} and organisation_id = ${organisation.id} and file_hash is not null`,
    );
    if (file === undefined) throw organisationErrors.check_unknown({ check });
    await ctx.journal({ object: { kind: "organisation", id: organisation.id }, after: { opened: check } });
    return { name: file.name, base64: (await ctx.files.get(file.hash)).toString("base64") };
  },
});
