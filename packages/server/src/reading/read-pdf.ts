// Text of a pdf, page by page. Letters come with their place on the page; lines and paragraphs are found from it.
import { getDocumentProxy } from "unpdf";
import { readingErrors } from "./errors.ts";
import { hyphensOf } from "./line-end-hyphens.ts";
import { type DocumentPage, mainLanguage, type ReadDocument } from "./model.ts";
import { type Line, linesOf, type Piece } from "./pdf-lines.ts";
import { paragraphsOf, withoutPageNumber } from "./pdf-paragraphs.ts";

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** @throws `reading.damaged`, `reading.password`, `reading.pictures_only` */
export async function readPdf(bytes: Uint8Array, file: string): Promise<ReadDocument> {
  const pdf = await open(bytes, file);
  try {
    return joined(await textsOf(pdf, file), file, await languageOf(pdf));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** No fonts of the machine and nothing from elsewhere; the bytes are copied, since pdf.js takes those it is given. */
async function open(bytes: Uint8Array, file: string): Promise<Pdf> {
  const options = { verbosity: 0, useSystemFonts: false, disableFontFace: true, useWasm: false };
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), options);
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw readingErrors.password({ file });
    throw damaged(file, error);
  }
}

async function textsOf(pdf: Pdf, file: string): Promise<string[]> {
  const pages: (readonly Line[])[] = [];
  try {
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ disableNormalization: true });
      const pieces = items.flatMap((item) => ("str" in item ? [pieceOf(item)] : []));
      pages.push(withoutPageNumber(linesOf(pieces), number));
      page.cleanup();
    }
  } catch (error) {
    throw damaged(file, error);
  }
  const isCut = hyphensOf(pages.flat().map(({ text }) => text));
  return pages.map((lines) => paragraphsOf(lines, isCut));
}

interface TextItem {
  readonly str: string;
  readonly dir: string;
  readonly transform: readonly unknown[];
  readonly width: number;
  readonly height: number;
}

function pieceOf({ str, dir, transform, width, height }: TextItem): Piece {
  const [x = 0, y = 0] = transform.slice(4).map(Number);
  return { text: str, rightToLeft: dir === "rtl", left: x, right: x + width, y, size: height };
}

async function languageOf(pdf: Pdf): Promise<string | undefined> {
  const { info } = await pdf.getMetadata();
  const language = "Language" in info ? info.Language : undefined;
  return typeof language === "string" ? mainLanguage(language) : undefined;
}

/** A sentence may go on over the page: only after a full stop does a new page begin a new paragraph. */
function joined(texts: readonly string[], file: string, language: string | undefined): ReadDocument {
  if (texts.every((text) => text === "")) {
    throw readingErrors.pictures_only({ file, pages: texts.length });
  }
  let text = "";
  const pages: DocumentPage[] = [];
  texts.forEach((own, at) => {
    if (own !== "" && text !== "") text += /[.!?؟:…»”"')\]]$/.test(text) ? "\n\n" : "\n";
    pages.push({ page: at + 1, start: text.length, end: text.length + own.length });
    text += own;
  });
  return language === undefined ? { text, pages } : { text, pages, language };
}

const damaged = (file: string, cause: unknown) =>
  Object.assign(readingErrors.damaged({ file, kind: "pdf" }), { cause });
