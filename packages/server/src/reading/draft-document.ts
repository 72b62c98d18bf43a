// From a file to its draft: the text is read, the engine proposes, and each passage of a pdf is told its page.
import { createHash } from "node:crypto";
import { type Draft, intake, type PartialDate } from "@iltizam/intake";
import type { DocumentPage } from "./model.ts";
import { readDocument } from "./read-document.ts";

export interface DraftedDocument {
  readonly draft: Draft;
  /** Pages of a pdf that hold no text, most often pictures: nothing in them was read. */
  readonly pagesWithoutText: readonly number[];
}

/**
 * The draft of a file; `sha256` in it is that of the file's bytes.
 * @param known `publishedOn`, where the person knows it: it tells earlier agreements from new ones
 * @throws `reading.*`
 */
export async function draftDocument(
  bytes: Uint8Array,
  name: string,
  known: { readonly publishedOn?: PartialDate | undefined } = {},
): Promise<DraftedDocument> {
  const { text, pages = [] } = await readDocument(bytes, name);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { publishedOn } = known;
  const draft = intake({ file: name, text, sha256, ...(publishedOn === undefined ? {} : { publishedOn }) });
  return {
    draft: pages.length === 0 ? draft : withPages(draft, pages),
    pagesWithoutText: pages.filter(({ start, end }) => start === end).map(({ page }) => page),
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
