import { guardFormula } from "./guard-formula.ts";

export type CsvCell = string | number | boolean | null;

/**
 * One line of a CSV file (comma, CRLF), safe to open in a spreadsheet: texts that begin as a formula are guarded,
 * numbers are written as they are.
 */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = guardFormula(cell);
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Excel reads a CSV file as UTF-8 only behind this mark. */
export const csvMark = "\uFEFF";
