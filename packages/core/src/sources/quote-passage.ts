// Quotes a passage of a document: the words must be exactly those between the two offsets.
import { z } from "zod";
import { type ActContext, defineAct, wholeText } from "../kernel/index.ts";
import { sourceErrors } from "./errors.ts";
import { firstDifference } from "./model.ts";
import { type DocumentRow, documentOf, insertPassages } from "./store.ts";

/** UTF-16 offsets into the document's text; `content` is what stands there. */
export const quotedPassage = z.object({
  start: z.int().min(0),
  end: z.int().min(1),
  page: z.int().min(1).nullish(),
  content: wholeText.min(1),
});
export type QuotedPassage = z.output<typeof quotedPassage>;

export const quotePassage = defineAct({
  name: "sources.quote_passage",
  permission: "sources.record",
  scope: "somewhere",
  input: quotedPassage.extend({ documentId: z.uuid() }),
  output: z.object({ id: z.uuid() }),
  async run(ctx, given) {
    const [id = ""] = await quotePassages(ctx, given.documentId, [given]);
    await ctx.journal({ object: { kind: "passage", id }, after: given });
    return { id };
  },
});

/**
 * Quotes passages of one document for the act that calls it, which journals. The same offsets give the same passage.
 * @returns their ids, in the order given
 * @throws `sources.passage_outside`, `sources.passage_splits_character`, `sources.passage_differs` (where it differs)
 */
export async function quotePassages(
  ctx: ActContext,
  documentId: string,
  passages: readonly QuotedPassage[],
): Promise<string[]> {
  const document = await documentOf(ctx.tx, documentId);
  for (const passage of passages) checkPassage(document, passage);
  const rows = passages.map((passage) => ({
    id: ctx.ids.next(),
    document_id: documentId,
    start_offset: passage.start,
    end_offset: passage.end,
    page: passage.page ?? null,
    content: passage.content,
  }));
  return insertPassages(ctx.tx, rows);
}

function checkPassage(document: DocumentRow, { start, end, content }: QuotedPassage): void {
  const text = document.content;
  const where = { document: document.title, start, end };
  if (end <= start || end > text.length)
    throw sourceErrors.passage_outside({ ...where, length: text.length });
  const found = text.slice(start, end);
  if (!found.isWellFormed()) throw sourceErrors.passage_splits_character(where);
  if (found === content) return;
  const at = firstDifference(found, content);
  throw sourceErrors.passage_differs({
    ...where,
    at: start + at,
    found: found.slice(at, at + 40),
    given: content.slice(at, at + 40),
    elsewhere: text.indexOf(content),
  });
}
