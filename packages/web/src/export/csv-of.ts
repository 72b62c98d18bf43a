import { guardFormula } from "./guard-formula.ts";
import type { SheetRows, SheetValue } from "./sheet-of.ts";

/** Excel reads a CSV file as UTF-8 only behind this mark. */
const mark = "\uFEFF";

/** A CSV file (comma, CRLF), as the register's imports read it: texts guarded, numbers as they are. */
export function csvOf({ headings, rows }: SheetRows): string {
  return mark + [headings, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: SheetValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = guardFormula(value);
  return /[",\r\n;]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
