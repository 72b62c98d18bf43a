import { strToU8, zipSync } from "fflate";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const run = (text: string) => `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export const paragraph = (text: string): string => `<w:p>${run(text)}</w:p>`;
export const deleted = (text: string): string =>
  `<w:p><w:del w:id="1" w:author="x"><w:r><w:delText>${escaped(text)}</w:delText></w:r></w:del></w:p>`;
export const item = (text: string): string =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
export function rows(cells: readonly (readonly string[])[]): string {
  const rowOf = (row: readonly string[]) =>
    `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr>`;
  return `<w:tbl>${cells.map(rowOf).join("")}</w:tbl>`;
}

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const packaging = "http://schemas.openxmlformats.org/package/2006";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const word = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A Word document with this body, one bulleted list and nothing else. */
export function makeDocx(...body: readonly string[]): Uint8Array {
  const parts = {
    "[Content_Types].xml": `<Types xmlns="${packaging}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${packaging}/relationships"><Relationship Id="r1" Type="${office}/numbering" Target="numbering.xml"/></Relationships>`,
    "word/numbering.xml": `<w:numbering ${main}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/document.xml": `<w:document ${main}><w:body>${body.join("")}</w:body></w:document>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}
