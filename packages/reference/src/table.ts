import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";

const DATA = new URL("../data/", import.meta.url);

/** The address of a data file of this package. Throws when the file is not shipped. */
export function dataFile(path: string): URL {
  const url = new URL(path, DATA);
  if (!existsSync(url)) throw new Error(`Reference data: no file ${path} in packages/reference/data`);
  return url;
}

/** The text of a data file; `.gz` files are unpacked. Bytes that are not UTF-8 are an error, never replaced. */
export function readText(path: string): string {
  const bytes = readFileSync(dataFile(path));
  return new TextDecoder("utf-8", { fatal: true }).decode(path.endsWith(".gz") ? gunzipSync(bytes) : bytes);
}

/**
 * The rows of a CSV file, every cell as text (codes keep their leading zeros and dots).
 * The heading must name exactly `columns`, in that order, so that a changed file fails here and not in a screen.
 */
export function readTable<const Column extends string>(
  path: string,
  columns: readonly Column[],
): Record<Column, string>[] {
  const rows = parse<Record<Column, string>>(readText(path), { columns: true });
  expectHeading(path, Object.keys(rows[0] ?? {}), columns);
  return rows;
}

function expectHeading(path: string, heading: string[], columns: readonly string[]): void {
  if (heading.join() !== columns.join())
    throw new Error(`Reference data: ${path} has the columns ${heading.join()}, expected ${columns.join()}`);
}

/** Reads once, at the first call, and hands the same frozen list to every caller. */
export function once<Row>(read: () => Row[]): () => readonly Row[] {
  let rows: readonly Row[] | undefined;
  return () => {
    rows ??= Object.freeze(read());
    return rows;
  };
}

/** An empty cell is an unknown value. */
export const orNull = (cell: string): string | null => (cell === "" ? null : cell);
export const numberOrNull = (cell: string): number | null => (cell === "" ? null : Number(cell));
