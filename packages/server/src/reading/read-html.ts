import { decodeText } from "./decode-text.ts";
import { htmlText } from "./html-text.ts";
import { mainLanguage, type ReadDocument } from "./model.ts";

/** The main text of a page. Valid UTF-8 is UTF-8 whatever the page declares: saved pages often keep an old declaration. */
export function readHtml(bytes: Uint8Array, file: string): ReadDocument {
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1];
  const { text, language } = htmlText(decodeText(bytes, file, declared));
  const tag = mainLanguage(language);
  return tag === undefined ? { text } : { text, language: tag };
}
