import Table from "cli-table3";
import stringWidth from "string-width";

export interface Column<Row> {
  readonly title: string;
  readonly align?: "left" | "right" | "center";
  /** The cell as people read it; undefined shows as a dash. */
  readonly cell: (row: Row) => string | number | undefined | null;
  /** Wraps its words at this width. */
  readonly width?: number;
  /** Takes what the other columns leave of the table's width, and wraps its words. */
  readonly flexible?: boolean;
}

/** Rows as a plain table for the terminal, without colours: it can be copied into a letter. */
export function table<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  options: { readonly width?: number } = {},
): string {
  const cells = rows.map((row) => columns.map((column) => String(column.cell(row) ?? "–")));
  const drawn = new Table({
    head: columns.map((column) => column.title),
    colAligns: columns.map((column) => column.align ?? "left"),
    style: { head: [], border: [] },
    ...(options.width === undefined
      ? {}
      : { colWidths: widthsOf(columns, cells, options.width), wordWrap: true }),
  });
  drawn.push(...cells);
  return drawn.toString();
}

const leastFlexible = 18;

/** A column is as wide as its longest line, unless it says its width; the flexible one takes what is left. */
function widthsOf<Row>(columns: readonly Column<Row>[], cells: readonly string[][], total: number): number[] {
  const wanted = columns.map(({ title, width }, place) => {
    const lines = [title, ...cells.map((row) => row[place] ?? "")].flatMap((text) => text.split("\n"));
    return width ?? Math.max(...lines.map((line) => stringWidth(line))) + 2;
  });
  const flexible = columns.findIndex((column) => column.flexible);
  const others = wanted.reduce(
    (sum, width, place) => (place === flexible ? sum : sum + width),
    columns.length + 1,
  );
  return wanted.map((width, place) => (place === flexible ? Math.max(leastFlexible, total - others) : width));
}
