// The parts of a Word document that are the same for every agreement: its styles, its list, its settings.
import type { TextLanguage } from "./model.ts";

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006";
const packages = "http://schemas.openxmlformats.org/package/2006";

/** XML 1.0 knows no control characters: they say nothing in a text. */
export const escapeXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML cannot hold
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

const part = (body: string) => declaration + body;

export const contentTypes = part(
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    ["/word/document.xml", "wordprocessingml.document.main"],
    ["/word/styles.xml", "wordprocessingml.styles"],
    ["/word/numbering.xml", "wordprocessingml.numbering"],
    ["/word/settings.xml", "wordprocessingml.settings"],
    ["/word/footer1.xml", "wordprocessingml.footer"],
    ["/docProps/custom.xml", "custom-properties"],
  ]
    .map(
      ([name, kind]) =>
        `<Override PartName="${name}" ContentType="application/vnd.openxmlformats-officedocument.${kind}+xml"/>`,
    )
    .join(
      "",
    )}<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
);

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const relations = (...all: readonly string[]) =>
  part(`<Relationships xmlns="${packages}/relationships">${all.join("")}</Relationships>`);

export const packageRelations = relations(
  relation(1, `${office}/relationships/officeDocument`, "word/document.xml"),
  relation(2, `${packages}/relationships/metadata/core-properties`, "docProps/core.xml"),
  relation(3, `${office}/relationships/custom-properties`, "docProps/custom.xml"),
);
export const documentRelations = relations(
  ...["styles", "numbering", "settings"].map((name, index) =>
    relation(index + 1, `${office}/relationships/${name}`, `${name}.xml`),
  ),
  relation(4, `${office}/relationships/footer`, "footer1.xml"),
);

/** The days of making and changing are left out: the same text gives the same bytes. */
export const coreProperties = (title: string, language: TextLanguage): string =>
  part(
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>${language}-MA</dc:language></cp:coreProperties>`,
  );

/** Which version this is, so that it is known again when it comes back. */
export const customProperties = (mark: string): string =>
  part(
    `<Properties xmlns="${office}/custom-properties" xmlns:vt="${office}/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Iltizam"><vt:lpwstr>${escapeXml(mark)}</vt:lpwstr></property></Properties>`,
  );

const faces = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Sakkal Majalla"/>';

const style = (id: string, name: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

const size = (latin: number, arabic: number) => `<w:sz w:val="${latin}"/><w:szCs w:val="${arabic}"/>`;
const bold = "<w:b/><w:bCs/>";

export const styles = part(
  `<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${faces}${size(22, 28)}<w:lang w:val="fr-FR" w:bidi="ar-MA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>${[
    style("Normal", "Normal", "", ""),
    style(
      "Title",
      "Title",
      '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>',
      bold + size(32, 40),
    ),
    style("Subtitle", "Subtitle", '<w:spacing w:before="240"/><w:jc w:val="center"/>', bold + size(24, 30)),
    style(
      "Heading1",
      "heading 1",
      '<w:keepNext/><w:spacing w:before="280" w:after="100"/><w:outlineLvl w:val="0"/>',
      bold + size(24, 30),
    ),
    style("ListParagraph", "List Paragraph", '<w:numPr><w:numId w:val="1"/></w:numPr>', ""),
    style("TableText", "Table Text", '<w:spacing w:before="40" w:after="40"/>', ""),
    style("Footer", "footer", '<w:spacing w:after="0"/><w:jc w:val="center"/>', size(16, 18)),
  ].join("")}</w:styles>`,
);

export const numbering = part(
  `<w:numbering xmlns:w="${main}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="start"/><w:pPr><w:ind w:start="567" w:hanging="283"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
);

export const settings = part(`<w:settings xmlns:w="${main}"><w:defaultTabStop w:val="709"/></w:settings>`);

export const footer = (words: string, isArabic: boolean): string =>
  part(
    `<w:ftr xmlns:w="${main}"><w:p><w:pPr><w:pStyle w:val="Footer"/>${isArabic ? "<w:bidi/>" : ""}</w:pPr><w:r><w:rPr>${isArabic ? "<w:rtl/>" : ""}</w:rPr><w:t xml:space="preserve">${escapeXml(words)} </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`,
  );

export const documentPart = (body: string): string =>
  part(
    `<w:document xmlns:w="${main}" xmlns:r="${office}/relationships"><w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="709" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  );
