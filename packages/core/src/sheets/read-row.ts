// One row of a file becomes one record of its columns, or its refusals.
import type { Column, RowOf, Sheet } from "./column.ts";
import { sheetErrors } from "./errors.ts";
import type { Findings } from "./findings.ts";
import type { Layout } from "./headings.ts";
import { type CellReader, type CellValue, cellReader, isRefusal, type RawCell } from "./read-cell.ts";

export interface RawRow {
  /** As a spreadsheet numbers it: the headings are row 1. */
  readonly row: number;
  readonly cells: readonly RawCell[];
}

export interface ReadRow<Columns extends readonly Column[]> {
  readonly row: number;
  /** Undefined when the row was refused: its findings say why. */
  readonly values: RowOf<Columns> | undefined;
}

type Values = Record<string, CellValue | null>;

/** Makes the reader of a file's rows; blank rows and the untouched example of the template give null. */
export function rowReader<Columns extends readonly Column[]>(
  sheet: Sheet<Columns>,
  layout: Layout,
  findings: Findings,
  from1904 = false,
): (raw: RawRow) => ReadRow<Columns> | null {
  const readers = layout.map((column) => (column === undefined ? undefined : cellReader(column, from1904)));
  const absent: Values = Object.fromEntries(sheet.columns.map((column) => [column.key, null]));
  const example = exampleOf(sheet.columns);
  return (raw) => {
    if (raw.cells.every((cell) => cell === null || cell === "")) return null;
    const before = findings.total;
    const values = readValues(raw, layout, readers, absent, findings);
    if (findings.total > before) return { row: raw.row, values: undefined };
    if (raw.row <= 3 && sameValues(values, example)) return null;
    // The layout has every required column, and each cell went through its own column's reader.
    return { row: raw.row, values: values as RowOf<Columns> };
  };
}

function readValues(
  raw: RawRow,
  layout: Layout,
  readers: readonly (CellReader | undefined)[],
  absent: Values,
  findings: Findings,
): Values {
  const values = { ...absent };
  for (let place = 0; place < layout.length; place += 1) {
    const column = layout[place];
    if (column === undefined) continue;
    const cell = raw.cells[place] ?? null;
    const value = readers[place]?.(cell) ?? null;
    if (isRefusal(value)) findings.add({ ...at(raw, column), value: written(cell), error: value });
    else if (value === null && column.required) {
      findings.add({
        ...at(raw, column),
        value: null,
        error: sheetErrors.value_missing({ column: column.key }),
      });
    } else values[column.key] = value;
  }
  const more = raw.cells.slice(layout.length).find((cell) => cell !== null && cell !== "");
  if (more !== undefined) {
    const error = sheetErrors.row_too_long({ cells: raw.cells.length, columns: layout.length });
    findings.add({ row: raw.row, column: null, value: written(more), error });
  }
  return values;
}

const at = (raw: RawRow, column: Column) => ({ row: raw.row, column: column.key });

/** A cell as its writer sees it. */
function written(cell: RawCell): string | null {
  if (cell === null) return null;
  if (typeof cell !== "object") return String(cell);
  return "day" in cell ? cell.day : cell.fault;
}

function exampleOf(columns: readonly Column[]): Values {
  return Object.fromEntries(
    columns.map((column) => {
      const value = cellReader(column)(column.example);
      if (isRefusal(value)) throw new Error(`the example of ${column.key} is refused: ${value.message}`);
      return [column.key, value];
    }),
  );
}

function sameValues(values: Values, others: Values): boolean {
  return Object.keys(others).every((key) => String(values[key] ?? "") === String(others[key] ?? ""));
}
