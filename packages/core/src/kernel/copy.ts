// COPY inside the transaction of an act: the fastest way for rows into a table, and no other connection is needed.
import { CompiledQuery } from "kysely";
import { asCopyRows } from "./copy-rows.ts";
import type { Db } from "./database.ts";

/** Runs `copy … from stdin` and feeds it the lines (text format) as they come, no faster than PostgreSQL takes them. */
export async function copyIn(tx: Db, statement: string, lines: AsyncIterable<string>): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(statement, [asCopyRows(lines)]));
}

/**
 * One line of COPY's text format.
 * @example copyLine(["a\tb", null, 3]) // "a\\tb\t\\N\t3\n"
 */
export function copyLine(cells: readonly (string | number | boolean | null)[]): string {
  let line = "";
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place];
    if (place > 0) line += "\t";
    line +=
      cell === null || cell === undefined ? "\\N" : typeof cell === "string" ? escaped(cell) : String(cell);
  }
  return `${line}\n`;
}

const special = /[\\\t\n\r]/;
const allSpecial = /[\\\t\n\r]/g;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escaped(text: string): string {
  return special.test(text) ? text.replace(allSpecial, (sign) => escapes[sign] ?? sign) : text;
}
