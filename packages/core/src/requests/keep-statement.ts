// The file with which a partner's number comes: sealed, and kept as a document that the declaration cites.
import { z } from "zod";
import type { ActContext, Space } from "../kernel/index.ts";
import { keepPersonalFile } from "../people/index.ts";
import { requireEvidence } from "../results/index.ts";
import { keepDocument, requireDocument } from "../sources/index.ts";
import { requestErrors } from "./errors.ts";

export const statementFile = z.object({ name: z.string().trim().min(1).max(200), base64: z.base64() });

/** Keeps the file of a declaration sealed; gives the document that the declaration cites. @throws `requests.file_known` */
export async function keepEvidence(
  ctx: ActContext,
  { space, language }: { readonly space: Space; readonly language: "fr" | "ar" | "en" },
  given: z.output<typeof statementFile>,
): Promise<string> {
  const bytes = Buffer.from(given.base64, "base64");
  await requireEvidence(given.name, bytes);
  // it may hold the names of workers: what lies in the file store is sealed
  const sealed = await ctx.files.get(await keepPersonalFile(ctx, bytes));
  const { id } = await keepDocument(ctx, {
    ...{
      space,
      language,
      kind: "statement",
      title: given.name,
      fileBase64: sealed.toString("base64"),
      text: "",
    },
  });
  await requireDocument(ctx.tx, space, id).catch(() => {
    throw requestErrors.file_known({ name: given.name });
  });
  return id;
}
