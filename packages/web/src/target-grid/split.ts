// A split as a grid: cells from the parts of the register and back, sums, the rest, what is pasted. Pure.
import type { Commitment } from "../api/read.ts";
import { wholeNumber } from "../form/texts.ts";
import { type Axis, type AxisName, addsUp, fieldOf } from "./axes.ts";

export type Part = Commitment["breakdown"]["parts"][number];
/** The texts of the cells by `row column`. */
export type Cells = Readonly<Record<string, string>>;

export const cellKey = (row: string, column: string) => `${row}|${column}`;

const fields = ["territoryId", "servicePointId", "population", "sex", "milieu", "quarterFrom"] as const;

/** Whether a part is split along exactly these axes. */
function isOfGrid(part: Part, axes: readonly AxisName[]): boolean {
  const wanted: readonly string[] = axes.flatMap((axis) => (axis === "whole" ? [] : [fieldOf[axis]]));
  return fields.every((field) => (part[field] !== null) === wanted.includes(field));
}

const codeIn = (part: Part, axis: AxisName): string => (axis === "whole" ? "" : (part[fieldOf[axis]] ?? ""));

/** The cells of a grid; parts along other axes, or outside its rows and columns, are in none. */
export function cellsOf(parts: readonly Part[], rows: Axis, columns: Axis): Cells {
  const empty = rows.entries.flatMap((row) =>
    columns.entries.map((column) => [cellKey(row.code, column.code), ""]),
  );
  const cells: Record<string, string> = Object.fromEntries(empty);
  for (const part of parts.filter((one) => isOfGrid(one, [rows.name, columns.name]))) {
    const key = cellKey(codeIn(part, rows.name), codeIn(part, columns.name));
    if (key in cells) cells[key] = String(part.quantity);
  }
  return cells;
}

const nothing: Part = {
  ...{
    territoryId: null,
    servicePointId: null,
    population: null,
    sex: null,
    milieu: null,
    quarterFrom: null,
  },
  quantity: 0,
};

/** All parts after the grid is saved: its cells, and the parts that stand in none of them. */
export function partsOf(cells: Cells, rows: Axis, columns: Axis, before: readonly Part[]): Part[] {
  const isShown = (part: Part) =>
    isOfGrid(part, [rows.name, columns.name]) &&
    cellKey(codeIn(part, rows.name), codeIn(part, columns.name)) in cells;
  const along = (axis: AxisName, code: string) => (axis === "whole" ? {} : { [fieldOf[axis]]: code });
  const ofGrid = rows.entries.flatMap((row) =>
    columns.entries.flatMap((column) => {
      const quantity = wholeNumber(cells[cellKey(row.code, column.code)] ?? "");
      if (quantity === null) return [];
      return [{ ...nothing, ...along(rows.name, row.code), ...along(columns.name, column.code), quantity }];
    }),
  );
  return [...before.filter((part) => !isShown(part)), ...ofGrid];
}

export interface Sums {
  /** Null where the axis does not add up. */
  readonly ofRows: readonly (number | null)[];
  readonly ofColumns: readonly (number | null)[];
  readonly total: number | null;
  /** Target − total; null without a number, or where nothing adds up. */
  readonly rest: number | null;
  /** Whether a sum is above the target: then the split is no final one. */
  readonly exceeds: boolean;
}

export function sumsOf(cells: Cells, rows: Axis, columns: Axis, target: number | null): Sums {
  const value = (row: string, column: string) => wholeNumber(cells[cellKey(row, column)] ?? "") ?? 0;
  const add = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
  const byRow = rows.entries.map((row) => add(columns.entries.map((column) => value(row.code, column.code))));
  const byColumn = columns.entries.map((column) =>
    add(rows.entries.map((row) => value(row.code, column.code))),
  );
  const [downwards, across] = [addsUp(rows.name), addsUp(columns.name)];
  const total = downwards && across ? add(byRow) : null;
  // of each population by itself
  const heldAgainst = total !== null ? [total] : [...(across ? byRow : []), ...(downwards ? byColumn : [])];
  return {
    ofRows: byRow.map((sum) => (across ? sum : null)),
    ofColumns: byColumn.map((sum) => (downwards ? sum : null)),
    total,
    rest: total === null || target === null ? null : target - total,
    exceeds: target !== null && heldAgainst.some((sum) => sum > target),
  };
}

/** The texts of a table copied from a sheet, row by row. */
export function readTable(text: string): string[][] {
  const lines = text.replace(/\r\n?/gu, "\n").replace(/\n$/u, "").split("\n");
  return lines.map((line) => line.split("\t"));
}

export interface Pasted {
  readonly cells: Cells;
  /** What was no number, and what lay beyond the grid. */
  readonly refused: number;
}

/** What pasting a table does, from the cell at `row`, `column` on. An empty text empties its cell. */
export function paste(
  table: readonly string[][],
  rows: Axis,
  columns: Axis,
  row: number,
  column: number,
): Pasted {
  const cells: Record<string, string> = {};
  let refused = 0;
  for (const [down, line] of table.entries()) {
    for (const [along, text] of line.entries()) {
      const at = rows.entries[row + down];
      const under = columns.entries[column + along];
      const number = wholeNumber(text);
      if (!at || !under || (number === null && text.trim() !== "")) refused += 1;
      else cells[cellKey(at.code, under.code)] = number === null ? "" : String(number);
    }
  }
  return { cells, refused };
}

export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

const keysIn = ({ top, bottom, start, end }: Range, rows: Axis, columns: Axis): string[][] =>
  rows.entries
    .slice(top, bottom + 1)
    .map((row) => columns.entries.slice(start, end + 1).map((column) => cellKey(row.code, column.code)));

/** The chosen cells as a table for a sheet. */
export const copy = (cells: Cells, range: Range, rows: Axis, columns: Axis): string =>
  keysIn(range, rows, columns)
    .map((line) => line.map((key) => cells[key] ?? "").join("\t"))
    .join("\n");

/** Repeats the first row of the chosen cells downwards; where one row is chosen, its first cell along it. */
export function fill(cells: Cells, range: Range, rows: Axis, columns: Axis): Cells {
  const keys = keysIn(range, rows, columns);
  const [first = []] = keys;
  const source = keys.length > 1 ? first : first.map(() => first[0] ?? "");
  return Object.fromEntries(
    keys.flatMap((line) => line.map((key, at) => [key, cells[source[at] ?? ""] ?? ""])),
  );
}

/** Empties the chosen cells. */
export const clear = (range: Range, rows: Axis, columns: Axis): Cells =>
  Object.fromEntries(keysIn(range, rows, columns).flatMap((line) => line.map((key) => [key, ""])));

/** What the parts plan for each value of sex or milieu, from the split that is finest in it; null where none says it. */
export function plannedBy(
  parts: readonly Part[],
  field: "sex" | "milieu",
): Readonly<Record<string, number>> | null {
  const said = parts.filter((part) => part[field] !== null && part.population === null);
  const groups = Map.groupBy(said, (part) => fields.filter((one) => part[one] !== null).join());
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  if (!largest) return null;
  const sums = Map.groupBy(largest, (part) => part[field] ?? "");
  return Object.fromEntries(
    [...sums].map(([code, ones]) => [code, ones.reduce((sum, one) => sum + one.quantity, 0)]),
  );
}
