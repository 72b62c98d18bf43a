// Opens a document of an application. It may name members of the organisation: who opened it stands in the journal.
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, objectScope, ordinal } from "../kernel/index.ts";
import { openPersonalFile } from "../people/index.ts";
import { callErrors } from "./errors.ts";
import { applicationOf } from "./store.ts";

/** @throws `calls.application_unknown`, `calls.no_file` */
export const openApplicationFile = defineAct({
  name: "calls.open_file",
  permission: "calls.open_file",
  scope: "object",
  input: z.object({ application: z.uuid(), number: ordinal }),
  output: z.object({ name: z.string(), base64: z.string() }),
  async run(ctx, { application: id, number }) {
    const application = await applicationOf(ctx.tx, id);
    ctx.authorise(await objectScope(ctx.tx, application.id));
    const file = await firstRow(
      ctx.tx,
      sql<{ name: string; hash: string }>`
        select d.title as name, d.file_hash as hash from call_application_files f join documents d on d.id = f.document_id
        where f.application_id = ${id} and f.number = ${number}`,
    );
    if (file === undefined) throw callErrors.no_file({ number });
    const bytes = await openPersonalFile(ctx, file.hash);
    await ctx.journal({ object: { kind: "call_application", id }, after: { opened: number } });
    return { name: file.name, base64: bytes.toString("base64") };
  },
});
