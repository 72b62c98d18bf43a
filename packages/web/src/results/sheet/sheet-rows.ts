// The rows of a sheet as its writer sees them, read in the browser: the file's own cells leave it only as a whole file.
import { parseCsv } from "hucre/csv";
import { type CellValue, readXlsx } from "hucre/xlsx";

export interface SheetForm {
  readonly form: "xlsx" | "csv";
  readonly encoding: string | null;
  readonly separator: string | null;
  /** The worksheet of this name is read, else the first visible one. */
  readonly kind: string;
}

export type Rows = readonly (readonly string[])[];

/** Every row from the headings on, at the place at which the server numbers it (the first is row 1). */
export async function readRows(
  bytes: Uint8Array,
  { form, encoding, separator, kind }: SheetForm,
): Promise<Rows> {
  if (form === "csv") {
    const text = new TextDecoder(encoding ?? "utf-8").decode(bytes);
    const options = {
      delimiter: separator ?? ",",
      typeInference: false,
      skipEmptyRows: false,
      header: false,
    };
    return parseCsv(text, options).map((row) => row.map(textOf));
  }
  const book = await readXlsx(bytes, { readStyles: true });
  const visible = book.sheets.filter(({ hidden, veryHidden }) => !hidden && !veryHidden);
  const sheet = book.sheets.find(({ name }) => name.toLowerCase() === kind) ?? visible[0];
  return (sheet?.rows ?? []).map((row) => row.map(textOf));
}

/** A cell as text, a day as YYYY-MM-DD. */
export function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

/** What was corrected: for each row number, the new text of some places. */
export type Corrections = Readonly<Record<number, Readonly<Record<number, string>>>>;

/** All rows with the corrections in their cells. */
export function corrected(rows: Rows, corrections: Corrections): string[][] {
  return rows.map((row, at) => {
    const changes = corrections[at + 1];
    if (changes === undefined) return [...row];
    const places = Math.max(row.length, ...Object.keys(changes).map((place) => Number(place) + 1));
    return Array.from({ length: places }, (_, place) => changes[place] ?? row[place] ?? "");
  });
}

/** The rows with one more column: what is wrong in each. */
export function withErrors(
  rows: Rows,
  errors: Readonly<Record<number, string>>,
  heading: string,
): { headings: string[]; rows: string[][] } {
  const [first = [], ...others] = rows;
  const width = first.length;
  const padded = (row: readonly string[]) => Array.from({ length: width }, (_, place) => row[place] ?? "");
  return {
    headings: [...first, heading],
    rows: others.map((row, at) => [...padded(row), errors[at + 2] ?? ""]),
  };
}
