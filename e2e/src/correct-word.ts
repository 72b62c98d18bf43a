// A Word document as a lawyer gives it back: other words where the first control of a name is.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const main = "word/document.xml";

/** @throws when the document has no control of a name */
export function correctWord(bytes: Uint8Array, words: ReadonlyMap<string, string>): Buffer {
  const parts = unzipSync(bytes);
  let xml = strFromU8(parts[main] ?? new Uint8Array());
  for (const [key, said] of words) {
    const at = xml.indexOf(`<w:tag w:val="${key}"/>`);
    if (at === -1) throw new Error(`the document has no control ${key}`);
    const rest = xml.slice(at).replace(/(<w:t(?: [^>]*)?>)[^<]*/u, (_, open: string) => open + said);
    xml = xml.slice(0, at) + rest;
  }
  return Buffer.from(zipSync({ ...parts, [main]: strToU8(xml) }));
}
