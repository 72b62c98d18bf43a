// Opens the file of a report. It may name workers: who opened it stands in the journal.

import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow, objectScope } from "../kernel/index.ts";
import { openPersonalFile } from "../people/index.ts";
import { reportErrors } from "./errors.ts";
import { reportOf } from "./store.ts";

/** @throws `reports.unknown`, `reports.no_file` */
export const openReportFile = defineAct({
  name: "reports.open_file",
  permission: "reports.open_file",
  scope: "object",
  input: z.object({ report: z.uuid(), item: z.uuid() }),
  output: z.object({ name: z.string(), base64: z.string() }),
  async run(ctx, { report: id, item }) {
    const report = await reportOf(ctx.tx, id);
    ctx.authorise(await objectScope(ctx.tx, report.agreement_id));
    const file = await firstRow(
      ctx.tx,
      sql<{ name: string; hash: string }>`
        select d.title as name, d.file_hash as hash from report_items i join documents d on d.id = i.document_id
        where i.id = ${item} and i.report_id = ${id}`,
    );
    if (file === undefined) throw reportErrors.no_file({ report: id });
    const bytes = await openPersonalFile(ctx, file.hash);
    await ctx.journal({
      object: { kind: "agreement", id: report.agreement_id },
      after: { report: id, opened: item },
    });
    return { name: file.name, base64: bytes.toString("base64") };
  },
});
