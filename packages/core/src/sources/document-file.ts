// What a kept file is, its first bytes say: a text, a scan, a recording, an office document; never a program.
import { fileTypeFromBuffer } from "file-type";
import { sourceErrors } from "./errors.ts";

const documents: readonly string[] = [
  "application/pdf",
  "application/rtf",
  "application/x-cfb",
  "application/xml",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
];

/**
 * Bytes without a mark of their own are taken for a text (a page of the press, a transcript): nothing ever runs or shows
 * them as they are. @throws `sources.file_type_refused`
 */
export async function requireDocumentFile(bytes: Buffer): Promise<void> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found === undefined || documents.includes(found) || /^(image|audio|video)\//.test(found)) return;
  throw sourceErrors.file_type_refused({ found });
}
