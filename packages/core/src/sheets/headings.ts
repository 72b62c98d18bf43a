// Which column each heading of a file stands for: machine keys, headings in French, Arabic or English, in any order.
import { foldWord } from "./clean.ts";
import type { Column, Sheet } from "./column.ts";
import { sheetErrors } from "./errors.ts";
import type { Findings } from "./findings.ts";
import { nearestOf } from "./nearest.ts";

/** For each place in a row, the column that stands there; undefined for a heading that is not ours. */
export type Layout = readonly (Column | undefined)[];

const nameless = "";

/** The parts of a heading that joins languages or lines: `Référence · المرجع · Reference`. */
function spellingsIn(heading: string): string[] {
  const parts = heading.split(/[\n\r·|/]+/);
  return [heading, ...parts].map(foldWord).filter((word) => word !== nameless);
}

function knownHeadings(columns: readonly Column[]): Map<string, Column> {
  const known = new Map<string, Column>();
  for (const column of columns) {
    for (const name of [column.heading.fr, column.heading.ar, column.heading.en, column.key]) {
      known.set(foldWord(name), column);
    }
  }
  return known;
}

/** Reads the heading row. What is unknown, twice or missing goes to the findings. */
export function readHeadings(sheet: Sheet, headings: readonly string[], findings: Findings): Layout {
  const known = knownHeadings(sheet.columns);
  const seen = new Set<string>();
  const names = sheet.columns.map((column) => column.key);
  const layout = headings.map((heading) => {
    const column = spellingsIn(heading).flatMap((spelling) => known.get(spelling) ?? [])[0];
    const place = { row: 1, column: heading, value: heading };
    if (column === undefined) {
      const blank = foldWord(heading) === nameless;
      if (!blank)
        findings.add({
          ...place,
          error: sheetErrors.column_unknown({ heading, near: nearHeading(heading, known, names) }),
        });
      return undefined;
    }
    if (seen.has(column.key))
      findings.add({ ...place, error: sheetErrors.column_twice({ column: column.key }) });
    seen.add(column.key);
    return column;
  });
  for (const column of sheet.columns.filter(({ key, required }) => required && !seen.has(key))) {
    const { fr, ar, en } = column.heading;
    const error = sheetErrors.column_missing({ column: column.key, headings: [column.key, fr, ar, en] });
    findings.add({ row: 1, column: column.key, value: null, error });
  }
  return layout;
}

function nearHeading(heading: string, known: ReadonlyMap<string, Column>, all: readonly string[]): string {
  const near = nearestOf(foldWord(heading), [...known.keys()]);
  const column = near === undefined ? undefined : known.get(near)?.key;
  return column ?? all.join(", ");
}

/** How many headings of the row are ours: which row has the headings, and which separator parts them. */
export function recognised(sheet: Sheet, headings: readonly string[]): number {
  const known = knownHeadings(sheet.columns);
  return headings.filter((heading) => spellingsIn(heading).some((spelling) => known.has(spelling))).length;
}
