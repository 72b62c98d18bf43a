// An agreement's text as a Word document: right to left in Arabic, and every run that says what the register says in a
// content control whose tag is its name, so that it is known again when a lawyer sends the document back. Two languages
// side by side are to be read: that document has no controls and does not come back.
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
import { labelsOf } from "./templates.ts";

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
  const article = labelsOf(language).article ?? "{n}";
  return `${article.replace("{n}", String(number))}${title === "" ? "" : ` – ${title}`}`;
}

/** The same bytes for the same version. */
export function asDocx(text: AgreementText, version: VersionMark): Uint8Array {
  const { language, head, title } = text;
  const writer = writerOf(language, { width: pageWidth });
  const body = [
    paragraph(writer, "Subtitle", [{ text: head }]),
    paragraph(writer, "Title", [{ text: title }]),
    ...text.clauses.flatMap((clause) => clauseBody(writer, clause, language)),
  ].join("");
  return packed(body, { title: `${head} – ${title}`, language, version, mark: markOf(version, language) });
}

/** A row a clause, each language in its column; a clause that only one has leaves the other's place empty. */
export function asTwoColumns(texts: readonly AgreementText[], version: VersionMark): Uint8Array {
  const width = Math.floor(pageWidth / texts.length);
  const columns = texts.map((text) => ({
    text,
    writer: writerOf(text.language, { width: width - 216, isPlain: true }),
  }));
  const keys = new Set(texts.flatMap(({ clauses }) => clauses.map(({ key }) => key)));
  const rows = [
    columns.map(({ writer, text: { head, title } }) => [
      paragraph(writer, "Subtitle", [{ text: head }]),
      paragraph(writer, "Title", [{ text: title }]),
    ]),
    ...[...keys].map((wanted) =>
      columns.map(({ writer, text: { clauses, language } }) => {
        const clause = clauses.find(({ key }) => key === wanted);
        return clause ? clauseBody(writer, clause, language) : [];
      }),
    ),
  ].map(
    (cells) =>
      `<w:tr>${cells
        .map(
          (cell) =>
            `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${cell.join("") || "<w:p/>"}</w:tc>`,
        )
        .join("")}</w:tr>`,
  );
  const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(texts.length)}</w:tblGrid>`;
  const between =
    '<w:tblBorders><w:insideV w:val="single" w:sz="4" w:space="0" w:color="DDD8CE"/></w:tblBorders>';
  const body = `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>${between}<w:tblLayout w:type="fixed"/></w:tblPr>${grid}${rows.join("")}</w:tbl><w:p/>`;
  const title = texts.map((text) => text.title).join(" · ");
  return packed(body, { title, language: "fr", version, mark: markOf(version, "both") });
}

interface About {
  readonly title: string;
  readonly language: AgreementText["language"];
  readonly version: VersionMark;
  readonly mark: string;
}

function packed(body: string, { title, language, version, mark }: About): Uint8Array {
  const words = `${version.agreement} · v${version.number} · ${version.hash.slice(0, 16)} ·`;
  const parts: Readonly<Record<string, string>> = {
    "[Content_Types].xml": contentTypes,
    "_rels/.rels": packageRelations,
    "docProps/core.xml": coreProperties(title, language),
    "docProps/custom.xml": customProperties(mark),
    "word/document.xml": documentPart(body),
    "word/_rels/document.xml.rels": documentRelations,
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/settings.xml": settings,
    "word/footer1.xml": footer(words, language === "ar"),
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  // the first day that an archive can write: the day of making would change the bytes
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 2) });
}

/** Between the margins of an A4 page, in twentieths of a point. */
const pageWidth = 9298;

interface Writer {
  readonly isArabic: boolean;
  /** Of the column that is written in. */
  readonly width: number;
  /** Without controls and bookmarks: what does not come back. */
  readonly isPlain?: boolean;
  readonly next: () => number;
  readonly bookmark: () => number;
}

const writerOf = (language: string, more: Pick<Writer, "width" | "isPlain">): Writer => ({
  ...{ isArabic: language === "ar", next: counter(), bookmark: counter() },
  ...more,
});

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
  const { isArabic, isPlain } = writer;
  const id = bookmark === undefined ? 0 : writer.bookmark();
  const [open, close] =
    bookmark === undefined || isPlain
      ? ["", ""]
      : [`<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>`, `<w:bookmarkEnd w:id="${id}"/>`];
  const direction = isArabic ? "<w:bidi/>" : "";
  // justified lines leave rivers in short list items and heads, and in a column
  const alignment = style === "Normal" && !isPlain ? '<w:jc w:val="both"/>' : "";
  // in a row of a table it would hold the whole row to the next one
  const held = isPlain ? '<w:keepNext w:val="0"/>' : "";
  const inner = runs.map((run) => runBody(writer, run)).join("");
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${held}${direction}${alignment}</w:pPr>${open}${inner}${close}</w:p>`;
}

// no `w:text`: LibreOffice 7.4 writes the words of such a control once for each change of direction in them
function runBody(writer: Writer, { text, from }: Run): string {
  if (text === "") return "";
  const bare = `<w:r><w:rPr>${writer.isArabic ? "<w:rtl/>" : ""}</w:rPr><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  if (from === undefined || writer.isPlain) return bare;
  const tag = escapeXml(from.key);
  return `<w:sdt><w:sdtPr><w:alias w:val="${tag}"/><w:tag w:val="${tag}"/><w:id w:val="${writer.next()}"/></w:sdtPr><w:sdtContent>${bare}</w:sdtContent></w:sdt>`;
}

const borders = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="8B8F8A"/>`)
  .join("");

function tableBody(writer: Writer, rows: Block["rows"]): string {
  const direction = writer.isArabic ? "<w:bidiVisual/>" : "";
  const columns = rows[0]?.length ?? 0;
  const width = Math.floor(writer.width / Math.max(1, columns));
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
