import { writeXlsx } from "hucre/xlsx";
import { guardFormula } from "./guard-formula.ts";
import type { SheetRows } from "./sheet-of.ts";

interface Named {
  readonly name: string;
  readonly rightToLeft: boolean;
}

/** The bytes of a workbook of one sheet. Texts are guarded here too: the file may be saved as CSV later. */
export function xlsxOf({ headings, rows }: SheetRows, { name, rightToLeft }: Named): Promise<Uint8Array> {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardFormula(cell) : cell)));
  const widest = (at: number) => Math.max(...[headings, ...rows].map((row) => String(row[at] ?? "").length));
  return writeXlsx({
    sheets: [
      {
        name: sheetName(name),
        columns: headings.map((_, at) => ({ width: Math.min(60, Math.max(10, widest(at) + 2)) })),
        rows: [[...headings], ...cells],
        freezePane: { rows: 1 },
        view: { rightToLeft },
      },
    ],
  });
}

/** A spreadsheet wants at most 31 characters, and none of `: \ / ? * [ ]`. */
const sheetName = (name: string): string => name.replace(/[:\\/?*[\]]/g, "").slice(0, 31);
