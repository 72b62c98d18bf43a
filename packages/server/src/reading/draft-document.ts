// From a file to its draft: the text is read, the engine proposes, and each passage of a pdf is told its page.
import { createHash } from "node:crypto";
import { type Draft, intakeInWords, type PartialDate, type Said } from "@iltizam/intake";
import type { DocumentPage } from "./model.ts";
import { readDocument } from "./read-document.ts";

export interface DraftedDocument {
  readonly draft: Draft;
  /** Pages of a pdf that hold no text, most often pictures: nothing in them was read. */
  readonly pagesWithoutText: readonly number[];
  /** The engine's own sentences (why, doubts) in the three languages, by the one that stands in the draft. */
  readonly words: Readonly<Record<string, Said>>;
}

/**
 * The draft of a file; `sha256` in it is that of the file's bytes.
 * @param known `publishedOn`, where the person knows it: it tells earlier agreements from new ones; `sayIn`, the
 * language of the engine's sentences, by default that of the text
 * @throws `reading.*`
 */
export async function draftDocument(
  bytes: Uint8Array,
  name: string,
  known: { readonly publishedOn?: PartialDate | undefined; readonly sayIn?: "fr" | "ar" | "en" } = {},
): Promise<DraftedDocument> {
  const { text, pages = [] } = await readDocument(bytes, name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { publishedOn, sayIn } = known;
  const { draft, words } = intakeInWords({
    ...{ file: name, text, sha256 },
    ...(publishedOn !== undefined && { publishedOn }),
    ...(sayIn !== undefined && { sayIn }),
  });
  return {
    draft: pages.length === 0 ? draft : withPages(draft, pages),
    pagesWithoutText: pages.filter(({ start, end }) => start === end).map(({ page }) => page),
    words,
  };
}

/** The same thing, with the page in every passage: the one in which the passage begins. */
function withPages<Thing>(thing: Thing, pages: readonly DocumentPage[]): Thing {
  const paged = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(paged);
    if (typeof inner !== "object" || inner === null) return inner;
    const copy = Object.fromEntries(Object.entries(inner).map(([key, value]) => [key, paged(value)]));
    if (!("start" in copy && "end" in copy && "text" in copy)) return copy;
    const at = pages.findLast(({ start, end }) => start !== end && start <= Number(copy.start));
    return at === undefined ? copy : { ...copy, page: at.page };
  };
  return paged(thing) as Thing;
}
