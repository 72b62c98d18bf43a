import { z } from "zod";
import { defineQuery } from "../kernel/index.ts";
import { asWorkbook } from "./as-workbook.ts";
import { printedPaper } from "./printed.ts";
import { contentOf, paperOf } from "./store.ts";
import { typeset } from "./typeset.ts";

const mediaTypes = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** A committee file to print or to open in a spreadsheet, made from the frozen content alone. @throws `papers.unknown` */
export const exportPaper = defineQuery({
  name: "papers.export",
  permission: "papers.read",
  scope: "somewhere",
  input: z.object({
    number: z.string().max(20),
    lang: z.enum(["fr", "ar", "en"]).default("fr"),
    format: z.enum(["pdf", "xlsx"]),
  }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
  async run(ctx, { number, lang, format }) {
    const row = await paperOf(ctx.tx, number);
    const printed = printedPaper(contentOf(row), { number, hash: row.hash, lang });
    const bytes = format === "pdf" ? await typeset(printed) : await asWorkbook(printed);
    return {
      fileName: `${number}-${lang}.${format}`,
      mediaType: mediaTypes[format],
      base64: Buffer.from(bytes).toString("base64"),
    };
  },
});
