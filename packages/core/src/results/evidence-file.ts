// The file that comes with a result or a declaration: what it is, its first bytes say, not its name.
import { fileTypeFromBuffer } from "file-type";
import { resultErrors } from "./errors.ts";

export const largestFile = 10 * 1024 * 1024;

const accepted: readonly string[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "image/webp",
  "image/heic",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/**
 * Requires that the bytes are evidence (a scan, a photo, a document, a table, a plain text), and says which.
 * @returns the media type
 * @throws `results.file_too_large`, `results.file_type_refused`
 */
export async function requireEvidence(name: string, bytes: Buffer): Promise<string> {
  if (bytes.length > largestFile) throw resultErrors.file_too_large({ megabytes: largestFile / 1024 / 1024 });
  const found = await fileTypeFromBuffer(bytes);
  const isText = found === undefined && bytes.length > 0 && isPlainText(bytes) && /\.(csv|txt)$/i.test(name);
  if (isText) return "text/plain";
  if (found && accepted.includes(found.mime)) return found.mime;
  throw resultErrors.file_type_refused({ name, found: found?.mime ?? "?" });
}

/** UTF-8 without control characters: neither a program nor a page that a browser would run. */
function isPlainText(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  const isControl = (byte: number) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13;
  return !text.includes("\ufffd") && !bytes.some(isControl) && !/<(script|html|svg|!doctype)/i.test(text);
}
