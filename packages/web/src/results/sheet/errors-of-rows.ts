import type { SheetFinding } from "../../api/uploads.ts";

/** The errors of one row: by the place of their cell, and those of the row as a whole. */
export interface RowErrors {
  readonly row: number;
  readonly cells: ReadonlyMap<number, readonly SheetFinding[]>;
  readonly whole: readonly SheetFinding[];
}

/** The rows that have errors, in their order; an error of a column that the sheet does not have is the whole row's. */
export function errorsOfRows(
  listed: readonly SheetFinding[],
  places: readonly (string | null)[],
): readonly RowErrors[] {
  const byRow = Map.groupBy(listed, ({ row }) => row);
  return [...byRow]
    .sort(([one], [other]) => one - other)
    .map(([row, findings]) => {
      const cells = new Map<number, SheetFinding[]>();
      const whole: SheetFinding[] = [];
      for (const finding of findings) {
        const place = finding.column === null ? -1 : places.indexOf(finding.column);
        if (place < 0) whole.push(finding);
        else cells.set(place, [...(cells.get(place) ?? []), finding]);
      }
      return { row, cells, whole };
    });
}
