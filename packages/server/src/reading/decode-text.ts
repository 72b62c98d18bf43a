// Bytes into text: UTF-8 and UTF-16, and the two old Windows encodings in which French and Arabic were written.
import { readingErrors } from "./errors.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1256";

/** The text of a file; a byte order mark is kept. @throws `reading.not_text`, `reading.encoding_unknown` */
export function decodeText(bytes: Uint8Array, file: string, declared?: string): string {
  if (isOtherKind(bytes)) throw readingErrors.not_text({ file });
  const marked = markOf(bytes);
  if (marked !== undefined) return plain(decoded(bytes, marked), file);
  if (bytes.includes(0)) return plain(withoutMark(bytes) ?? "\0", file);
  const text = decoded(bytes, "utf-8") ?? asDeclared(bytes, declared) ?? oldWindows(bytes);
  return plain(text, file);
}

/** Pdf, zip (docx, xlsx …) and old Word, under the name of a text. */
function isOtherKind(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  return ["%PDF-", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0"].some((sign) => start.startsWith(sign));
}

function markOf([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return "utf-8";
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function asDeclared(bytes: Uint8Array, declared: string | undefined): string | undefined {
  return declared === undefined || /^utf-?(8|16)/i.test(declared) ? undefined : decoded(bytes, declared);
}

/** UTF-16 without its mark shows itself by its blanks, whose second half is a zero byte. */
function withoutMark(bytes: Uint8Array): string | undefined {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [high = 0, low = 0] = zeros;
  const text = decoded(bytes, low > high ? "utf-16le" : "utf-16be");
  return text !== undefined &&
    /^[\p{Script=Latin}\p{Script=Arabic}\p{M}\p{N}\p{P}\p{S}\p{Zs}\s]*$/u.test(text)
    ? text
    : undefined;
}

/** Letters and signs that French, Spanish or English texts have beyond ASCII. */
const western = /^[\t-\r -~\u00a0À-ÖØ-öø-ÿŒœŸ‘’“”«»‹›–—…•€£°·§©®™²³½¼¾ºª¿¡‰±×÷‚„]*$/;
const arabicWord = /\p{Script=Arabic}{3,}/gu;

/**
 * Arabic words have three letters beyond ASCII in a row and French ones do not (« créée » has two). The article shows
 * that windows-1256 is meant: in the other Arabic encoding (iso-8859-6) it would come out as other letters.
 */
function oldWindows(bytes: Uint8Array): string | undefined {
  const arabic = decoded(bytes, "windows-1256") ?? "";
  const words = arabic.match(arabicWord) ?? [];
  if (words.length > 0) return words.some((word) => word.includes("ال")) ? arabic : undefined;
  const text = decoded(bytes, "windows-1252");
  return text !== undefined && western.test(text) ? text : undefined;
}

/** A text has no control characters but tabs and line ends. */
function plain(text: string | undefined, file: string): string {
  if (text === undefined) throw readingErrors.encoding_unknown({ file });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  if (text.includes("\0") || controls * 100 > text.length) throw readingErrors.not_text({ file });
  return text;
}
