// docs/formats/import.md, written from the declarations of the sheets: node packages/cli/src/import-page.ts
import { writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Column, Sheet } from "@iltizam/core/sheets";
import { loadImportSheets } from "./import-sheets.ts";

export const importPageFile = new URL("../../../docs/formats/import.md", import.meta.url);

const opening = `# Files to import

Written by \`node packages/cli/src/import-page.ts\` from the declarations; a test holds the two together.

\`iltizam template KIND\` writes an empty workbook; \`iltizam import KIND FILE [--dry-run] [--partial]\` records one.
The order in which one kind needs another: organisations, agreements, commitments, contributions, declarations, results.

**Forms.** XLSX (dates as dates or serial numbers, in both of Excel's calendars), or CSV in UTF-8 (with or without a mark),
UTF-16, Windows-1252 or Windows-1256, parted by comma, semicolon or tab. The worksheet is the one named after the kind,
else the first. The first row holds the headings: machine keys, or the French, Arabic or English headings below, in any
order. A heading that is not known is a finding, and lets nothing through.

**Cells.** Arabic-Indic digits are digits. Whole numbers: \`6000\`, \`6 000\`, \`6.000\`; decimals and money: \`1234.50\`,
\`1 234,50\`, \`1.234,50\`; days: \`2023-05-12\`, \`12/05/2023\` (the day first); yes and no: \`oui\`, \`نعم\`, \`yes\`. What can be
read in two ways is refused with what would be accepted: \`1,234\`, \`12/05/23\`, \`05/31/2023\`. Names and free texts that hold
what looks like an identity card number are refused. A text that begins with \`= + - @\` is written with an apostrophe before
it by every export, which an import takes away again.

**All or nothing.** A file is one act in one transaction. Rows at fault are listed with row, column, value and what would
be accepted (the first thousand, then counts by kind), and nothing is recorded without \`--partial\`. \`--dry-run\` does
everything and takes it back: what it shows is what would happen. The same file twice changes nothing. Exit code: 0 fine,
1 rows refused, 2 bad input.`;

/** The page of every column of every kind. */
export function importPage(sheets: readonly Sheet[]): string {
  return `${[opening, ...sheets.map(section)].join("\n\n")}\n`;
}

function section({ kind, title, columns }: Sheet): string {
  const head = "| key | type | | français | العربية | English | what it holds | example |";
  const line = "| --- | --- | --- | --- | --- | --- | --- | --- |";
  return [
    `## ${kind}`,
    `${title.fr} · ${title.ar} · ${title.en}`,
    [head, line, ...columns.map(row)].join("\n"),
  ].join("\n\n");
}

function row(column: Column): string {
  const { key, type, required, heading, help, example } = column;
  const accepted =
    column.type === "list" ? ` One of ${column.choices.map(({ value }) => `\`${value}\``).join(", ")}.` : "";
  const shown = example === "" ? "" : `\`${example}\``;
  const cells = [
    `\`${key}\``,
    type,
    required ? "required" : "",
    heading.fr,
    heading.ar,
    heading.en,
    help.en + accepted,
    shown,
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const sheets = await loadImportSheets();
  await writeFile(importPageFile, importPage(sheets.map(({ sheet }) => sheet)));
}
