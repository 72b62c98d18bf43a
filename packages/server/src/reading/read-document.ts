// One door for every kind of file: which reader, and what every text must have.
import { decodeText } from "./decode-text.ts";
import { readingErrors } from "./errors.ts";
import { hasWords, limits, megabyte, type ReadDocument } from "./model.ts";
import { readDocx } from "./read-docx.ts";
import { readHtml } from "./read-html.ts";
import { readPdf } from "./read-pdf.ts";

type Reader = (bytes: Uint8Array, file: string) => ReadDocument | Promise<ReadDocument>;

/** The decoded file, nothing changed: a byte order mark stays, so that the offsets are those of the file. */
const readPlain: Reader = (bytes, file) => ({ text: decodeText(bytes, file) });

const readers: Readonly<Record<string, Reader>> = {
  ".txt": readPlain,
  ".md": readPlain,
  ".html": readHtml,
  ".htm": readHtml,
  ".pdf": readPdf,
  ".docx": readDocx,
};

/** The endings of the names that are read. */
export const acceptedKinds: readonly string[] = Object.keys(readers);

/**
 * The text of a file, by its name's ending (`.txt`, `.md`, `.html`, `.htm`, `.pdf`, `.docx`). The bytes are not kept
 * and not changed.
 * @throws `reading.*` when the kind is not read, or the file is empty, damaged, protected, too large or without text
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const read = readers[/\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ""];
  if (read === undefined)
    throw readingErrors.kind_not_read({ file: name, accepted: acceptedKinds.join(", ") });
  if (bytes.length === 0) throw readingErrors.empty({ file: name });
  refuseAbove("too_large", name, bytes.length, limits.bytes, megabyte);
  const document = await read(bytes, name);
  if (!hasWords(document.text)) throw readingErrors.no_text({ file: name });
  refuseAbove("too_long", name, document.text.length, limits.characters, 1);
  return document;
}

function refuseAbove(
  error: "too_large" | "too_long",
  file: string,
  given: number,
  limit: number,
  unit: number,
): void {
  if (given <= limit) return;
  throw readingErrors[error]({ file, given: Math.ceil(given / unit), limit: limit / unit });
}
