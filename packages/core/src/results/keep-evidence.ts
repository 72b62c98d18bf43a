import { sql } from "kysely";
import { z } from "zod";
import { defineAct } from "../kernel/index.ts";
import { keepPersonalFile } from "../people/index.ts";
import { requireEvidence } from "./evidence-file.ts";
import { authoriseCommitment } from "./scope.ts";
import { commitmentKey } from "./told.ts";

/** What a file shows: which of the papers of the field it is. */
export const evidenceKinds = [
  ...(["contract", "wage_declaration", "certificate", "attendance", "register_extract"] as const),
  ...(["order", "invoice", "minutes", "photo", "other"] as const),
];
export const evidenceKind = z.enum(evidenceKinds);

/**
 * Keeps the file that proves a result, sealed, and gives the hash by which the result names it. Its own name is not kept:
 * it often holds a person's. @throws `results.file_too_large`, `results.file_type_refused`, `people.keys_missing`
 */
export const keepEvidence = defineAct({
  name: "results.keep_evidence",
  permission: "results.record",
  scope: "object",
  input: z.object({
    /** The commitment under which the result is recorded. */
    commitment: commitmentKey,
    kind: evidenceKind,
    name: z.string().trim().min(1).max(200),
    base64: z.base64(),
  }),
  output: z.object({ file: z.string() }),
  async run(ctx, { commitment, kind, name, base64 }) {
    await authoriseCommitment(ctx, "results.record", commitment);
    const bytes = Buffer.from(base64, "base64");
    const mediaType = await requireEvidence(name, bytes);
    const file = await keepPersonalFile(ctx, bytes);
    await sql`
      insert into evidence_files (hash, kind, media_type, recorded_by, recorded_at)
      values (${file}, ${kind}, ${mediaType}, ${ctx.actor.id}, ${ctx.clock.now()})`.execute(ctx.tx);
    await ctx.journal({ object: { kind: "evidence", id: file }, after: { kind, commitment } });
    return { file };
  },
});
