// Keeps a document: its bytes in the file store under their hash, and the text that was extracted from it.
// The same file twice in a space gives the same document.
import { z } from "zod";
import { defineAct, space, wholeText } from "../kernel/index.ts";
import { requireDocumentFile } from "./document-file.ts";
import { documentKind, documentLanguage, publicationDate } from "./model.ts";
import { documentByHash, insertDocument } from "./store.ts";

export const keepDocument = defineAct({
  name: "sources.keep_document",
  permission: "sources.record",
  scope: "somewhere",
  input: z.object({
    space,
    kind: documentKind,
    title: z.string().trim().min(1).max(500),
    publisher: z.string().trim().min(1).max(300).nullish(),
    language: documentLanguage,
    /** Where it was published. */
    address: z.url().max(2000).nullish(),
    publishedOn: publicationDate.nullish(),
    fileBase64: z.base64(),
    /** The extracted text; passages are UTF-16 offsets into it. */
    text: wholeText,
  }),
  output: z.object({ id: z.uuid(), hash: z.string(), known: z.boolean() }),
  async run(ctx, given) {
    const bytes = Buffer.from(given.fileBase64, "base64");
    await requireDocumentFile(bytes);
    const hash = await ctx.files.put(bytes);
    const { fileBase64, text, publishedOn, ...rest } = given;
    const document = {
      id: ctx.ids.next(),
      space: given.space,
      kind: given.kind,
      title: given.title,
      publisher: given.publisher ?? null,
      language: given.language,
      address: given.address ?? null,
      published_year: publishedOn?.year ?? null,
      published_month: publishedOn?.month ?? null,
      published_day: publishedOn?.day ?? null,
      file_hash: hash,
      content: text,
      recorded_at: ctx.clock.now(),
    };
    const isNew = await insertDocument(ctx.tx, document);
    const id = isNew ? document.id : ((await documentByHash(ctx.tx, given.space, hash))?.id ?? document.id);
    await ctx.journal({
      object: { kind: "document", id },
      after: { ...rest, publishedOn, hash, known: !isNew },
    });
    if (isNew) await ctx.emit({ type: "sources.document_kept", objectId: id, payload: { hash } });
    return { id, hash, known: !isNew };
  },
});
