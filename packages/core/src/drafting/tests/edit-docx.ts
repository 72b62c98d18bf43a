// What a word processor makes of our document: its main part, changed by hand.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export function editDocx(
  bytes: Uint8Array,
  change: (xml: string) => string,
  without: readonly string[] = [],
): string {
  const parts = unzipSync(bytes);
  const xml = change(strFromU8(parts["word/document.xml"] ?? new Uint8Array()));
  for (const name of without) delete parts[name];
  return Buffer.from(zipSync({ ...parts, "word/document.xml": strToU8(xml) })).toString("base64");
}

const control = (key: string) =>
  new RegExp(`<w:sdt><w:sdtPr><w:alias w:val="${key}"/>.*?<w:sdtContent>(.*?)</w:sdtContent></w:sdt>`);

/** A control taken away, its words left: what pasting as plain text does. */
export const withoutControl = (xml: string, key: string, words?: string): string =>
  xml.replace(control(key), (_, inner: string) =>
    words === undefined ? inner : inner.replace(/(<w:t(?: [^>]*)?>)[^<]*/, `$1${words}`),
  );

/** Other words inside a control. */
export const inControl = (xml: string, key: string, words: string): string =>
  xml.replace(control(key), (whole) => whole.replace(/(<w:t(?: [^>]*)?>)[^<]*/, `$1${words}`));

/** A run cut in three, as spelling and revision marks do. */
export const splitRun = (xml: string, words: string): string => {
  const [first = "", ...rest] = words.split(" ");
  const piece = (text: string) =>
    `<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r><w:proofErr w:type="spellStart"/>`;
  return xml.replace(words, `${first}</w:t></w:r>${piece(" ")}${piece(rest.join(" "))}<w:r><w:t>`);
};

/** One word put in the place of another with changes tracked. */
export const tracked = (xml: string, before: string, after: string): string => {
  const by = 'w:id="900" w:author="Juriste" w:date="2026-03-01T10:00:00Z"';
  return xml.replace(
    before,
    `</w:t></w:r><w:del ${by}><w:r><w:delText>${before}</w:delText></w:r></w:del><w:ins ${by}><w:r><w:t>${after}</w:t></w:r></w:ins><w:r><w:t xml:space="preserve">`,
  );
};
