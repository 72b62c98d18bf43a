// Opens a file that somebody filled in: what it is, how it is written, which column each heading stands for.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { Column, Sheet } from "./column.ts";
import { type Encoding, watchEncoding } from "./encoding.ts";
import { sheetErrors } from "./errors.ts";
import { createFindings, type Findings } from "./findings.ts";
import { readHeadings } from "./headings.ts";
import { findSeparator, readCsv, type Separator } from "./read-csv.ts";
import { type RawRow, type ReadRow, rowReader } from "./read-row.ts";
import { openXlsx } from "./read-xlsx.ts";

/** What the file is, for the journal and for the person who sent it. */
export interface FileFacts {
  readonly name: string;
  /** SHA-256 of its bytes, in hexadecimal. */
  readonly hash: string;
  readonly bytes: number;
  readonly form: "xlsx" | "csv";
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
}

export interface SheetFile<Columns extends readonly Column[] = readonly Column[]> {
  readonly facts: FileFacts;
  readonly path: string;
  /** The keys of the columns that the file has. */
  readonly columns: readonly string[];
  /** For each place in a row the key of its column; null where no column is known. */
  readonly places: readonly (string | null)[];
  readonly findings: Findings;
  /** The rows below the headings, in order, once; blank ones and the template's example are left out. */
  rows(): AsyncGenerator<ReadRow<Columns>>;
}

/**
 * Opens a CSV or XLSX file. Faults of the headings stand in `findings` already.
 * @param seen told how many of the file's bytes were read so far, for a progress bar
 * @throws `sheets.file_unknown`, `file_empty`, `file_old_excel`, `file_damaged`, `encoding_unknown`, `no_headings`
 */
export async function openSheet<Columns extends readonly Column[]>(
  path: string,
  sheet: Sheet<Columns>,
  seen: (bytes: number) => void = () => undefined,
): Promise<SheetFile<Columns>> {
  const { form, encoding, ...looked } = await lookAt(path);
  const name = basename(path);
  if (form === "xlsx") {
    const book = await openXlsx(path, sheet);
    const facts = { ...looked, name, form, encoding: null, separator: null };
    return withHeadings(sheet, { path, facts }, book.rows(), book.from1904);
  }
  const separator = await findSeparator(path, encoding, sheet);
  const facts = { ...looked, name, form, encoding, separator };
  return withHeadings(sheet, { path, facts }, readCsv(path, encoding, separator, seen), false);
}

async function withHeadings<Columns extends readonly Column[]>(
  sheet: Sheet<Columns>,
  file: { readonly path: string; readonly facts: FileFacts },
  raw: AsyncGenerator<RawRow>,
  from1904: boolean,
): Promise<SheetFile<Columns>> {
  const findings = createFindings();
  const first = await raw.next();
  if (first.done) throw sheetErrors.no_headings({ columns: sheet.columns.map(({ key }) => key) });
  const headings = first.value.cells.map((cell) => (cell === null ? "" : String(cell)));
  const layout = readHeadings(sheet, headings, findings);
  if (layout.every((column) => column === undefined)) {
    throw sheetErrors.no_headings({ columns: sheet.columns.map(({ key }) => key) });
  }
  const read = rowReader(sheet, layout, findings, from1904);
  async function* rows() {
    for await (const row of raw) {
      const understood = read(row);
      if (understood !== null) yield understood;
    }
  }
  const columns = layout.flatMap((column) => column?.key ?? []);
  const places = layout.map((column) => column?.key ?? null);
  return { ...file, columns, places, findings, rows };
}

type Looked = { readonly hash: string; readonly bytes: number } & (
  | { readonly form: "xlsx"; readonly encoding: null }
  | { readonly form: "csv"; readonly encoding: Encoding }
);

/** One pass over the bytes: their hash, and what they are. */
async function lookAt(path: string): Promise<Looked> {
  const { size } = await stat(path).catch(() => {
    throw sheetErrors.file_unknown({ path });
  });
  if (size === 0) throw sheetErrors.file_empty();
  const hash = createHash("sha256");
  const watch = watchEncoding();
  let start: Buffer | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = chunk as Buffer;
    start ??= bytes.subarray(0, 8);
    hash.update(bytes);
    if (!isZip(start)) watch.see(bytes);
  }
  const looked = { hash: hash.digest("hex"), bytes: size };
  if (start !== undefined && isZip(start)) return { ...looked, form: "xlsx", encoding: null };
  refuseForeign(start ?? Buffer.alloc(0));
  return { ...looked, form: "csv", encoding: watch.encoding() };
}

const isZip = (start: Buffer) => start.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"));

function refuseForeign(start: Buffer): void {
  if (start.subarray(0, 4).toString("hex") === "d0cf11e0") throw sheetErrors.file_old_excel();
  if (/^(%PDF|\{|\[|<)/.test(start.toString("latin1"))) throw sheetErrors.file_not_a_sheet();
}
