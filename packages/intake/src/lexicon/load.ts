import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { indexTerms, type TermIndex } from "./terms.ts";

export type Row = Readonly<Record<string, string>>;

const LEXICON = new URL("../../lexicon/", import.meta.url);
const TERRITORY = new URL("../../../reference/data/territory/", import.meta.url);

function read(file: URL): Row[] {
  const rows: Row[] = parse(readFileSync(file, "utf8"), { columns: true, bom: true, skip_empty_lines: true });
  return rows;
}

/** The rows of one lexicon file, in the order of the file. */
export function lexiconRows(name: string): Row[] {
  return read(new URL(`${name}.csv`, LEXICON));
}

/** The register of places: `regions`, `provinces` or `communes` of the reference data. */
export function territoryRows(name: "regions" | "provinces" | "communes"): Row[] {
  return read(new URL(`${name}.csv`, TERRITORY));
}

/** The index of one lexicon file by its column `terms`. */
export function lexicon(name: string, keep: (row: Row) => boolean = () => true): TermIndex<Row> {
  return indexTerms(() =>
    lexiconRows(name)
      .filter(keep)
      .map((row) => [row.terms ?? "", row] as const),
  );
}
