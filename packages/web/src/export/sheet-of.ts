// What a table shows, as rows of plain values: the columns that stand there, in their order, in the reader's language.
import type { Column } from "../table/data-table.tsx";

export type SheetValue = string | number | null;

export interface SheetRows {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly SheetValue[])[];
}

/**
 * The shown columns of the rows. What is simulated says so in each of its rows, so that no copying and sorting parts
 * the figures from the word.
 */
export function sheetOf<Row>(
  columns: readonly Column<Row>[],
  shown: ReadonlySet<string>,
  rows: readonly Row[],
  simulated: string | null,
): SheetRows {
  const visible = columns.filter(({ id }) => shown.has(id));
  const cells = visible.flatMap(
    ({ label, value, values }) => values ?? [{ label, of: value ?? (() => null) }],
  );
  const mark = simulated === null ? [] : [simulated];
  return {
    headings: [...mark, ...cells.map(({ label }) => label)],
    rows: rows.map((row) => [...mark, ...cells.map(({ of }) => of(row))]),
  };
}
