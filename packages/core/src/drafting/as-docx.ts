// An agreement's text as a Word document: right to left in Arabic, and every run that says what the register says in a
// content control whose tag is its name, so that it is known again when a lawyer sends the document back.
import { strToU8, zipSync } from "fflate";
import {
  contentTypes,
  coreProperties,
  customProperties,
  documentPart,
  documentRelations,
  escapeXml,
  footer,
  numbering,
  packageRelations,
  settings,
  styles,
} from "./docx-parts.ts";
import type { AgreementText, Block, Clause, Run } from "./model.ts";
import { templateWords } from "./templates.ts";

/** Which version a document is. */
export interface VersionMark {
  readonly agreement: string;
  readonly number: number;
  readonly hash: string;
}

/** `REF;3;fr;hash`, as the document carries it. */
export const markOf = ({ agreement, number, hash }: VersionMark, language: string): string =>
  [agreement, number, language, hash].join(";");

/** Bookmarks have letters, digits and _: `cl_duties_company`. */
export const bookmarkOf = (key: string): string => `cl_${key.replace(/[^a-z0-9]/g, "_")}`;

/** «Article 3 – Objet»; without a number its title. */
export function headingOf({ number, title }: Clause, language: AgreementText["language"]): string {
  if (number === null) return title;
  const article = templateWords(language).words.article ?? "{n}";
  return `${article.replace("{n}", String(number))}${title === "" ? "" : ` – ${title}`}`;
}

/** The same bytes for the same version. */
export function asDocx(text: AgreementText, version: VersionMark): Uint8Array {
  const { language, head, title } = text;
  const isArabic = language === "ar";
  const writer = { isArabic, next: counter(), bookmark: counter() };
  const body = [
    paragraph(writer, "Subtitle", [{ text: head }]),
    paragraph(writer, "Title", [{ text: title }]),
    ...text.clauses.flatMap((clause) => clauseBody(writer, clause, language)),
  ].join("");
  const words = `${version.agreement} · v${version.number} · ${version.hash.slice(0, 16)} ·`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": packageRelations,
    "docProps/core.xml": coreProperties(`${head} – ${title}`, language),
    "docProps/custom.xml": customProperties(markOf(version, language)),
    "word/document.xml": documentPart(body),
    "word/_rels/document.xml.rels": documentRelations,
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/settings.xml": settings,
    "word/footer1.xml": footer(words, isArabic),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  // the first day that an archive can write: the day of making would change the bytes
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 2) });
}

interface Writer {
  readonly isArabic: boolean;
  readonly next: () => number;
  readonly bookmark: () => number;
}

function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

function clauseBody(writer: Writer, clause: Clause, language: AgreementText["language"]): string[] {
  const heading = [{ text: headingOf(clause, language) }];
  return [
    paragraph(writer, "Heading1", heading, bookmarkOf(clause.key)),
    ...clause.blocks.map((block) => blockBody(writer, block)),
  ];
}

function blockBody(writer: Writer, { kind, runs, rows }: Block): string {
  if (kind === "table") return tableBody(writer, rows);
  return paragraph(writer, kind === "item" ? "ListParagraph" : "Normal", runs);
}

function paragraph(writer: Writer, style: string, runs: readonly Run[], bookmark?: string): string {
  const { isArabic } = writer;
  const id = bookmark === undefined ? 0 : writer.bookmark();
  const [open, close] =
    bookmark === undefined
      ? ["", ""]
      : [`<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
  const direction = isArabic ? "<w:bidi/>" : "";
  // justified lines leave rivers in short list items and heads
  const alignment = style === "Normal" ? '<w:jc w:val="both"/>' : "";
  const inner = runs.map((run) => runBody(writer, run)).join("");
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${direction}${alignment}</w:pPr>${open}${inner}${close}</w:p>`;
}

// no `w:text`: LibreOffice 7.4 writes the words of such a control once for each change of direction in them
function runBody(writer: Writer, { text, from }: Run): string {
  if (text === "") return "";
  const bare = `<w:r><w:rPr>${writer.isArabic ? "<w:rtl/>" : ""}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  if (from === undefined) return bare;
  const tag = escapeXml(from.key);
  return `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/><w:id w:val="${writer.next()}"/></w:sdtPr><w:sdtContent>${bare}</w:sdtContent></w:sdt>`;
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8B8F8A"/>`)
  .join("");

function tableBody(writer: Writer, rows: Block["rows"]): string {
  const direction = writer.isArabic ? "<w:bidiVisual/>" : "";
  const columns = rows[0]?.length ?? 0;
  const width = Math.floor(9298 / Math.max(1, columns));
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
  const body = rows.map((row, index) => {
    const cells = row.map(
      (runs) =>
        `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph(writer, "TableText", runs)}</w:tc>`,
    );
    const isHead =
      index === 0 ? "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" : "<w:trPr><w:cantSplit/></w:trPr>";
    return `<w:tr>${isHead}${cells.join("")}</w:tr>`;
  });
  return `<w:tbl><w:tblPr>${direction}<w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>${grid}${body.join("")}</w:tbl><w:p/>`;
}
