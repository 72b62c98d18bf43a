// Rows of a CSV file as they stream from the disk.
import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { parse as parseAtOnce } from "csv-parse/sync";
import type { Sheet } from "./column.ts";
import type { Encoding } from "./encoding.ts";
import { sheetErrors } from "./errors.ts";
import { recognised } from "./headings.ts";
import type { RawRow } from "./read-row.ts";

export type Separator = "," | ";" | "\t";
const separators: readonly Separator[] = [";", ",", "\t"];
const chunkSize = 1 << 20;

/** The file's text, chunk by chunk; `seen` is told how many bytes were read so far. */
async function* decoded(path: string, encoding: Encoding, seen: (bytes: number) => void) {
  const decoder = new TextDecoder(encoding);
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkSize })) {
    read += (chunk as Buffer).length;
    seen(read);
    yield decoder.decode(chunk as Buffer, { stream: true });
  }
  yield decoder.decode();
}

/** The separator under which most of the first line's headings are ours. */
export async function findSeparator(path: string, encoding: Encoding, sheet: Sheet): Promise<Separator> {
  const decoder = new TextDecoder(encoding);
  const start = createReadStream(path, { end: 64 * 1024 });
  let text = "";
  for await (const chunk of start) text += decoder.decode(chunk as Buffer, { stream: true });
  const ranked = separators
    .map((separator) => {
      const headings = firstRecord(text, separator);
      return { separator, known: recognised(sheet, headings), parts: headings.length };
    })
    .sort((a, b) => b.known - a.known || b.parts - a.parts);
  return ranked[0]?.separator ?? ";";
}

function firstRecord(text: string, separator: Separator): string[] {
  try {
    const [first = []] = parseAtOnce(text, { delimiter: separator, to: 1, relax_column_count: true });
    return first;
  } catch {
    return [];
  }
}

/**
 * Streams the rows of a file, the headings first (row 1).
 * @throws `sheets.file_damaged` with the line, where quotes do not close
 */
export async function* readCsv(
  path: string,
  encoding: Encoding,
  separator: Separator,
  seen: (bytes: number) => void = () => undefined,
): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    info: false,
    max_record_size: 1 << 20,
  });
  const source = Readable.from(decoded(path, encoding, seen), { highWaterMark: 2 });
  source.on("error", (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const cells of parser) {
      row += 1;
      yield { row, cells: cells as string[] };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw sheetErrors.file_damaged({ row: row + 1, why: error.message });
  } finally {
    source.destroy();
  }
}
