// The papers of money that moves: a call letter, a bank's notice, vouchers. They may name somebody: the store holds them
// sealed, and whoever opens one is journalled.
import { fileTypeFromBuffer } from "file-type";
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, firstRow, lineText, rows } from "../kernel/index.ts";
import { keepPersonalFile, openPersonalFile } from "../people/index.ts";
import { requireEvidence } from "../results/index.ts";
import { fundingErrors } from "./errors.ts";
import { contributionReference, paperKind } from "./model.ts";
import { findContribution } from "./store.ts";

/**
 * Keeps a paper of a contribution and gives the hash by which a movement names it. The file's own name is not kept: it
 * often holds a person's. @throws `funding.unknown`, `results.file_too_large`, `results.file_type_refused`
 */
export const keepPaper = defineAct({
  name: "funding.keep_paper",
  permission: "funding.move",
  scope: "object",
  input: z.object({
    contribution: contributionReference,
    kind: paperKind,
    /** By which the office finds the original again. */
    number: lineText.nullable().default(null),
    name: z.string().trim().min(1).max(200),
    base64: z.base64(),
  }),
  output: z.object({ paper: z.string() }),
  async run(ctx, { contribution: reference, kind, number, name, base64 }) {
    const { contribution, agreement } = await findContribution(ctx.tx, reference);
    ctx.authorise(agreement.scope);
    const bytes = Buffer.from(base64, "base64");
    const mediaType = await requireEvidence(name, bytes);
    const paper = await keepPersonalFile(ctx, bytes);
    await sql`
      insert into money_papers (hash, contribution_id, kind, number, media_type, recorded_by, recorded_at)
      values (${paper}, ${contribution.id}, ${kind}, ${number}, ${mediaType}, ${ctx.actor.id}, ${ctx.clock.now()})
    `.execute(ctx.tx);
    await ctx.journal({
      object: { kind: "contribution", id: contribution.id },
      after: { paper, kind, number },
    });
    return { paper };
  },
});

/** The bytes of a paper; opening it is journalled. @throws `funding.paper_unknown` */
export const openPaper = defineAct({
  name: "funding.open_paper",
  permission: "funding.open_paper",
  scope: "object",
  input: z.object({ contribution: contributionReference, paper: z.string().max(64) }),
  output: z.object({ kind: paperKind, mediaType: z.string(), base64: z.string() }),
  async run(ctx, { contribution: reference, paper }) {
    const { contribution, agreement } = await findContribution(ctx.tx, reference);
    ctx.authorise(agreement.scope);
    const found = await firstRow(
      ctx.tx,
      sql<{ kind: z.infer<typeof paperKind> }>`
        select kind from money_papers where hash = ${paper} and contribution_id = ${contribution.id}`,
    );
    if (!found || !(await ctx.files.has(paper))) throw fundingErrors.paper_unknown({ paper });
    const bytes = await openPersonalFile(ctx, paper);
    await ctx.journal({ object: { kind: "contribution", id: contribution.id }, after: { opened: paper } });
    const mediaType = (await fileTypeFromBuffer(bytes))?.mime ?? "text/plain";
    return { kind: found.kind, mediaType, base64: bytes.toString("base64") };
  },
});

/** The papers, each once, all of this contribution. @throws `funding.paper_unknown` */
export async function requirePapers(
  tx: Db,
  contributionId: string,
  papers: readonly string[],
): Promise<string[]> {
  const asked = [...new Set(papers)];
  if (asked.length === 0) return asked;
  const kept = await rows(
    tx,
    sql<{ hash: string }>`
      select hash from money_papers where hash = any(${asked}::text[]) and contribution_id = ${contributionId}`,
  );
  const missing = asked.find((paper) => !kept.some(({ hash }) => hash === paper));
  if (missing !== undefined) throw fundingErrors.paper_unknown({ paper: missing });
  return asked;
}
