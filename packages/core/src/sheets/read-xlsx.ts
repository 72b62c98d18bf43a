// Rows of an XLSX workbook, behind one small interface: no other file of the project knows the library.
import { readFile } from "node:fs/promises";
import { type CellValue, readXlsx, streamXlsxRows } from "hucre/xlsx";
import type { Sheet } from "./column.ts";
import { sheetErrors } from "./errors.ts";
import type { RawCell } from "./read-cell.ts";
import type { RawRow } from "./read-row.ts";

export interface OpenedWorkbook {
  /** Days are counted from 1904, as old Macintosh files do. */
  readonly from1904: boolean;
  rows(): AsyncGenerator<RawRow>;
}

/**
 * Opens the worksheet named after the kind of import, else the first visible one.
 * @throws `sheets.file_damaged` for what is no readable workbook (an encrypted one among them)
 */
export async function openXlsx(path: string, sheet: Sheet): Promise<OpenedWorkbook> {
  const bytes = new Uint8Array(await readFile(path));
  const names: { name: string; index: number; hidden: boolean }[] = [];
  const book = await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      names.push({ name, index, hidden: hidden === true || veryHidden === true });
      return false;
    },
  }).catch(refuseDamaged);
  const chosen =
    names.find(({ name }) => name.toLowerCase() === sheet.kind) ?? names.find(({ hidden }) => !hidden);
  if (chosen === undefined) throw sheetErrors.file_damaged({ row: 1, why: "no worksheet" });
  return { from1904: book.dateSystem === "1904", rows: () => rowsOf(bytes, chosen.index) };
}

async function* rowsOf(bytes: Uint8Array, index: number): AsyncGenerator<RawRow> {
  try {
    for await (const { index: place, values } of streamXlsxRows(bytes, { sheet: index, readStyles: true })) {
      yield { row: place + 1, cells: values.map(rawCell) };
    }
  } catch (error) {
    refuseDamaged(error);
  }
}

const fault = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;

function rawCell(value: CellValue): RawCell {
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) };
  if (typeof value === "string" && fault.test(value)) return { fault: value };
  return value;
}

function refuseDamaged(error: unknown): never {
  throw sheetErrors.file_damaged({ row: 1, why: error instanceof Error ? error.message : String(error) });
}
