import { fileTypeFromBuffer } from "file-type";
import { sql } from "kysely";
import { z } from "zod";
import { defineAct, firstRow } from "../kernel/index.ts";
import { openPersonalFile } from "../people/index.ts";
import { resultErrors } from "./errors.ts";
import { evidenceKind } from "./keep-evidence.ts";
import { authoriseFact } from "./scope.ts";

interface Kept {
  readonly file: string | null;
  readonly kind: z.infer<typeof evidenceKind> | null;
  readonly mediaType: string | null;
}

/**
 * The file that proves a result, for who judges it or entered it. It names somebody, so that opening it is journalled.
 * @throws `results.evidence_missing`, `results.fact_unknown`
 */
export const openEvidence = defineAct({
  name: "results.open_evidence",
  permission: "results.open_evidence",
  scope: "object",
  input: z.object({ fact: z.uuid() }),
  output: z.object({ kind: evidenceKind.nullable(), mediaType: z.string(), base64: z.string() }),
  async run(ctx, { fact }) {
    await authoriseFact(ctx, "results.open_evidence", fact);
    const kept = await firstRow(
      ctx.tx,
      sql<Kept>`
        select f.evidence_hash as file, e.kind, e.media_type as "mediaType"
        from facts f left join evidence_files e on e.hash = f.evidence_hash where f.id = ${fact}`,
    );
    if (!kept?.file || !(await ctx.files.has(kept.file))) throw resultErrors.evidence_missing();
    const bytes = await openPersonalFile(ctx, kept.file);
    await ctx.journal({ object: { kind: "fact", id: fact }, after: { evidence: kept.file } });
    const mediaType = kept.mediaType ?? (await fileTypeFromBuffer(bytes))?.mime ?? "application/octet-stream";
    return { kind: kept.kind, mediaType, base64: bytes.toString("base64") };
  },
});
