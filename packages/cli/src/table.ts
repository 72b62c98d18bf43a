import Table from "cli-table3";

export interface Column<Row> {
  readonly title: string;
  readonly align?: "left" | "right" | "center";
  /** The cell as people read it; undefined shows as a dash. */
  readonly cell: (row: Row) => string | number | undefined | null;
}

/** Rows as a plain table for the terminal, without colours: it can be copied into a letter. */
export function table<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const drawn = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => column.align ?? "left"),
    style: { head: [], border: [] },
  });
  for (const row of rows) drawn.push(columns.map((column) => String(column.cell(row) ?? "–")));
  return drawn.toString();
}
