import { z } from "zod";
import { defineQuery, locales } from "../kernel/index.ts";
import { writeTemplate } from "../sheets/index.ts";
import { importSheetOf, sheetKinds } from "./kinds.ts";
import { inWords, uploadShown } from "./model.ts";
import { uploadOf } from "./store.ts";

const label = z.object({ fr: z.string(), ar: z.string(), en: z.string() });

/** GET: how far an upload is, and what came of it. @throws `uploads.unknown` */
export const uploadState = defineQuery({
  name: "uploads.state",
  permission: "uploads.send",
  scope: "somewhere",
  input: z.object({ upload: z.uuid(), lang: z.enum(locales).default("fr") }),
  output: uploadShown,
  async run(ctx, { upload, lang }) {
    const { hash, source, actor, ...kept } = await uploadOf(ctx.tx, upload);
    return inWords(lang, kept);
  },
});

/** GET: the kinds of sheets with their columns, in the order in which one needs another. */
export const sheetsToSend = defineQuery({
  name: "uploads.kinds",
  permission: "uploads.send",
  scope: "somewhere",
  input: z.object({}),
  output: z.array(
    z.object({
      kind: z.string(),
      title: label,
      columns: z.array(
        z.object({
          key: z.string(),
          required: z.boolean(),
          heading: label,
          help: label,
          example: z.string(),
        }),
      ),
    }),
  ),
  async run() {
    return sheetKinds.map((kind) => {
      const { sheet } = importSheetOf(kind);
      const columns = sheet.columns.map(({ key, required = false, heading, help, example }) => ({
        ...{ key, required, heading, help, example },
      }));
      return { kind, title: sheet.title, columns };
    });
  },
});

/** GET: the empty workbook of a kind. @throws `uploads.kind_unknown` */
export const sheetTemplate = defineQuery({
  name: "uploads.template",
  permission: "uploads.send",
  scope: "somewhere",
  input: z.object({ kind: z.string().max(40) }),
  output: z.object({ name: z.string(), base64: z.base64() }),
  async run(_, { kind }) {
    const { sheet } = importSheetOf(kind);
    const bytes = await writeTemplate(sheet);
    return { name: `iltizam-${kind}.xlsx`, base64: Buffer.from(bytes).toString("base64") };
  },
});
