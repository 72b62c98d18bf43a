import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeTemplate } from "@iltizam/core/sheets";
import { badUse, type Command } from "../command.ts";
import { importSheetOf } from "../import-sheets.ts";

export const command: Command = {
  name: "template",
  summary: "Write an empty workbook to fill in and import",
  usage: `iltizam template KIND [--out FILE]

  KIND          organisations, agreements, commitments, contributions, declarations or results
  --out FILE    where to write it (iltizam-KIND.xlsx)

Its headings are in French, Arabic and English; its first row is an example, which an import passes over.`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { out: { type: "string" } },
      allowPositionals: true,
    });
    const { sheet } = await importSheetOf(positionals[0]);
    const path = resolve(values.out ?? `iltizam-${sheet.kind}.xlsx`);
    await writeFile(path, await writeTemplate(sheet), { flag: "wx" }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === "EEXIST")
          throw badUse(`${path} is there already: give another name with --out FILE.`);
        throw badUse(`${path} cannot be written (${error.code}): give another place with --out FILE.`);
      },
    );
    io.out(path);
    return 0;
  },
};
