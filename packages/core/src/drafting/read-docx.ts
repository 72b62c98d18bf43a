// Reads a Word document that came back: paragraphs with what stands in content controls under its tag, tracked insertions
// as accepted, deletions out, both counted. No macro, no link, no picture is looked at.
import { DOMParser } from "@xmldom/xmldom";
import { strFromU8, unzipSync } from "fflate";
import { draftingErrors } from "./errors.ts";

export interface Piece {
  readonly text: string;
  /** The tag of the content control that it stands in. */
  readonly key: string | null;
}

export interface ReadParagraph {
  readonly pieces: readonly Piece[];
  readonly bookmarks: readonly string[];
  readonly isHeading: boolean;
  readonly isTable: boolean;
}

export interface ReadDocx {
  /** `REF;3;fr;hash`, where the document still says which version it is. */
  readonly mark: string | null;
  readonly paragraphs: readonly ReadParagraph[];
  /** Tracked changes that were read as accepted. */
  readonly inserted: number;
  readonly deleted: number;
}

/** A text of a hundred articles has a few hundred thousand signs; a bomb has more. */
const mostBytes = 20_000_000;
const wanted = ["word/document.xml", "docProps/custom.xml"];

/** @throws `drafting.document_unreadable` */
export function readDocx(bytes: Uint8Array): ReadDocx {
  const parts = unpack(bytes);
  const main = parts["word/document.xml"];
  if (main === undefined) throw draftingErrors.document_unreadable();
  const counted = { inserted: 0, deleted: 0 };
  const body = parse(strFromU8(main)).getElementsByTagName("w:body")[0];
  if (body === undefined) throw draftingErrors.document_unreadable();
  const paragraphs = [...paragraphsIn(body, false, counted)];
  const custom = parts["docProps/custom.xml"];
  return { ...counted, paragraphs, mark: custom === undefined ? null : markIn(strFromU8(custom)) };
}

function unpack(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => wanted.includes(name) && originalSize <= mostBytes,
    });
  } catch {
    throw draftingErrors.document_unreadable();
  }
}

function parse(xml: string) {
  // an entity that stands for others could fill the memory; no word processor writes a document type
  if (/<!DOCTYPE/i.test(xml)) throw draftingErrors.document_unreadable();
  const fail = () => {
    throw draftingErrors.document_unreadable();
  };
  return new DOMParser({
    errorHandler: { warning: () => undefined, error: fail, fatalError: fail },
  }).parseFromString(xml, "text/xml");
}

const markIn = (xml: string): string | null =>
  parse(xml).getElementsByTagName("vt:lpwstr")[0]?.textContent?.trim() ?? null;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const childrenOf = (node: Node): Element[] => Array.from(node.childNodes).filter(isElement);
const childOf = (node: Node, name: string) => childrenOf(node).find(({ tagName }) => tagName === name);

type Counted = { inserted: number; deleted: number };

function* paragraphsIn(node: Node, isTable: boolean, counted: Counted): Generator<ReadParagraph> {
  for (const child of childrenOf(node)) {
    if (child.tagName === "w:p") yield paragraphOf(child, isTable, counted);
    // a table, its rows and cells, a control around whole paragraphs, a tracked row
    else if (child.tagName !== "w:sectPr")
      yield* paragraphsIn(child, isTable || child.tagName === "w:tbl", counted);
  }
}

function paragraphOf(paragraph: Element, isTable: boolean, counted: Counted): ReadParagraph {
  const style = childOf(paragraph, "w:pPr");
  const named = style && childOf(style, "w:pStyle")?.getAttribute("w:val");
  const bookmarks = Array.from(paragraph.getElementsByTagName("w:bookmarkStart")).map(
    (one) => one.getAttribute("w:name") ?? "",
  );
  return {
    ...{ isTable, bookmarks, isHeading: /^(heading|titre)\s*1$/i.test(named ?? "") },
    pieces: joined([...piecesIn(paragraph, null, counted)]),
  };
}

const silent: ReadonlySet<string> = new Set([
  "w:pPr",
  "w:rPr",
  "w:sdtPr",
  "w:instrText",
  "w:delText",
  "mc:Fallback",
]);

function* piecesIn(node: Node, key: string | null, counted: Counted): Generator<Piece> {
  for (const child of childrenOf(node)) {
    const { tagName } = child;
    if (tagName === "w:t") yield { text: child.textContent ?? "", key };
    else if (tagName === "w:tab" || tagName === "w:br" || tagName === "w:cr") yield { text: " ", key };
    else if (tagName === "w:noBreakHyphen") yield { text: "-", key };
    else if (tagName === "w:del" || tagName === "w:moveFrom") counted.deleted += 1;
    else if (tagName === "w:sdt") yield* piecesIn(child, tagOf(child) ?? key, counted);
    else if (!silent.has(tagName)) {
      if (tagName === "w:ins" || tagName === "w:moveTo") counted.inserted += 1;
      yield* piecesIn(child, key, counted);
    }
  }
}

/** LibreOffice 7.4 drops the tag and keeps the title, which is the same. */
function tagOf(control: Element): string | null {
  const properties = childOf(control, "w:sdtPr");
  if (properties === undefined) return null;
  const named = childOf(properties, "w:tag") ?? childOf(properties, "w:alias");
  return named?.getAttribute("w:val") || null;
}

/** A word processor splits a run where it likes. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last && last.key === piece.key) whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    else if (piece.text !== "") whole.push(piece);
  }
  return whole;
}
