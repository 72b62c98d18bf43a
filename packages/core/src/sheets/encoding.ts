// How the bytes of a text file are written: UTF-8 and UTF-16 are known from their bytes, the Windows code pages of
// French and Arabic from where their letters stand; anything else is refused.
import { sheetErrors } from "./errors.ts";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "windows-1256";

/** What one pass over a file's bytes tells of its encoding. Feed it every chunk, then ask. */
export interface EncodingWatch {
  see(chunk: Uint8Array): void;
  /** @throws `sheets.encoding_unknown` */
  encoding(): Encoding;
}

export function watchEncoding(): EncodingWatch {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  const bytes = createByteCount();
  let first: Uint8Array | undefined;
  let valid = true;
  return {
    see(chunk) {
      first ??= chunk.slice(0, 4096);
      if (valid) valid = decodes(utf8, chunk, true);
      bytes.see(chunk);
    },
    encoding() {
      const wide = wideEncoding(first ?? new Uint8Array());
      if (wide !== undefined) return wide;
      if (valid && decodes(utf8, new Uint8Array(), false)) return "utf-8";
      return bytes.codePage();
    },
  };
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 by its mark, or by the zero bytes that Latin separators and digits leave. */
function wideEncoding(first: Uint8Array): Encoding | undefined {
  if (first[0] === 0xff && first[1] === 0xfe) return "utf-16le";
  if (first[0] === 0xfe && first[1] === 0xff) return "utf-16be";
  let even = 0;
  let odd = 0;
  for (let i = 0; i < first.length; i += 1) {
    if (first[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even + odd < first.length / 20) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

/** Bytes of 0x80–0x9F that the French code page uses: € … ‘ ’ “ ” • – — ™ Œ œ. */
const frenchSigns = new Set([0x80, 0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9c]);

/**
 * French accents stand alone between Latin letters; Arabic words are runs of high bytes. Windows-1256 keeps the French
 * accents where Windows-1252 has them, so that a mixed file reads right as Arabic.
 */
function createByteCount(): { see(chunk: Uint8Array): void; codePage(): Encoding } {
  let alone = 0;
  let inRuns = 0;
  let odd = 0;
  let run = 0;
  const endRun = () => {
    if (run >= 3) inRuns += run;
    else alone += run;
    run = 0;
  };
  return {
    see(chunk) {
      for (const byte of chunk) {
        if (byte < 0x80) {
          if (run > 0) endRun();
          continue;
        }
        run += 1;
        if (byte < 0xa0 && !frenchSigns.has(byte)) odd += 1;
      }
    },
    codePage() {
      endRun();
      if (inRuns > (alone + inRuns) / 4) return "windows-1256";
      // A Macintosh or DOS code page writes é as 0x8E or 0x82.
      if (inRuns > 0 || odd > (alone + inRuns) / 10) throw sheetErrors.encoding_unknown();
      return "windows-1252";
    },
  };
}
