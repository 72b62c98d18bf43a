// What a document that came back changed in the version that went out: other words, other figures, and what has no place.
// Pure: nothing that the document says is lost.
import { diffArrays } from "diff";
import { z } from "zod";
import { bookmarkOf, headingOf } from "./as-docx.ts";
import { type AgreementText, type Block, blockWords, type Clause, clauseKey, patternOf } from "./model.ts";
import { placeFigures, sameText } from "./place-figures.ts";
import type { ReadDocx, ReadParagraph } from "./read-docx.ts";

export const figureDifference = z.object({
  clause: clauseKey,
  /** As a wording asks for it: commitment.2.quantity. */
  key: z.string(),
  before: z.string(),
  /** What the document says in its place. */
  read: z.string(),
});
export type FigureDifference = z.infer<typeof figureDifference>;

const unplacedKinds = [
  "before_text",
  "table",
  "control_lost",
  "strange_control",
  "braces",
  "overtaken",
] as const;
export const unplaced = z.object({
  kind: z.enum(unplacedKinds),
  clause: z.string().nullable(),
  words: z.string(),
});
export type Unplaced = z.infer<typeof unplaced>;

export const reworded = z.object({
  clause: clauseKey,
  title: z.string(),
  /** Empty: it was struck out. */
  paragraphs: z.array(z.string()),
});
export type Reworded = z.infer<typeof reworded>;

export interface AddedClause {
  readonly after: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

export interface Match {
  readonly reworded: readonly Reworded[];
  readonly added: readonly AddedClause[];
  readonly figures: readonly FigureDifference[];
  readonly unplaced: readonly Unplaced[];
}

export const textOf = ({ pieces }: Pick<ReadParagraph, "pieces">): string =>
  pieces.map(({ text }) => text).join("");

interface Part {
  /** Null: a heading that the version does not have. */
  readonly clause: Clause | null;
  readonly after: string;
  readonly heading: string;
  readonly paragraphs: ReadParagraph[];
}

export function matchReturn(text: AgreementText, { paragraphs }: ReadDocx): Match {
  const figures: FigureDifference[] = [];
  const out: Unplaced[] = [];
  const clean = paragraphs.map((one) => withoutBraces(one, out));
  const { parts, before } = inParts(text, clean);
  out.push(...before.map((words) => ({ kind: "before_text" as const, clause: null, words })));
  const found = parts.flatMap((part) => (part.clause ? [rewordedOf(part, part.clause, figures, out)] : []));
  const seen = new Set(parts.flatMap(({ clause }) => clause?.key ?? []));
  const struck = text.clauses.filter(({ key }) => !seen.has(key));
  return {
    ...{ figures, unplaced: out },
    reworded: [
      ...found.filter((one) => one !== null),
      ...struck.map(({ key, title }) => ({ clause: key, title, paragraphs: [] })),
    ],
    added: parts
      .filter(({ clause }) => clause === null)
      .map(({ after, heading, paragraphs: own }) => ({
        ...{ after, title: heading },
        paragraphs: own.map((one) => textOf(one).trim()).filter((words) => words !== ""),
      })),
  };
}

/** The document cut at its headings: known by their bookmark, else by their words. */
function inParts(text: AgreementText, paragraphs: readonly ReadParagraph[]) {
  const parts: Part[] = [];
  const before: string[] = [];
  const opening = new Set([text.head, text.title].map(plain));
  const taken = new Set<string>();
  for (const paragraph of paragraphs) {
    const words = textOf(paragraph).trim();
    const clause = clauseAt(text, paragraph, taken);
    if (clause) taken.add(clause.key);
    const last = parts.at(-1);
    if (clause || (paragraph.isHeading && words !== "")) {
      const after = last?.clause?.key ?? last?.after ?? "preamble";
      parts.push({ clause: clause ?? null, after, heading: bareHeading(words), paragraphs: [] });
    } else if (last) last.paragraphs.push(paragraph);
    else if (words !== "" && !opening.has(plain(words))) before.push(words);
  }
  return { parts, before };
}

const plain = (words: string) => words.replace(/[\s\u00a0\u202f]+/g, " ").trim();
const bareHeading = (words: string) => plain(words).replace(/^(?:Article|المادة)\s+\d+\s*[–—:.-]?\s*/u, "");

function clauseAt(
  text: AgreementText,
  paragraph: ReadParagraph,
  taken: ReadonlySet<string>,
): Clause | undefined {
  const free = text.clauses.filter(({ key }) => !taken.has(key));
  const marked = free.find(({ key }) => paragraph.bookmarks.includes(bookmarkOf(key)));
  if (marked) return marked;
  const words = plain(textOf(paragraph));
  return free.find(
    (clause) =>
      words === plain(headingOf(clause, text.language)) ||
      (paragraph.isHeading && bareHeading(words) === plain(clause.title)),
  );
}

function rewordedOf(
  part: Part,
  clause: Clause,
  figures: FigureDifference[],
  out: Unplaced[],
): Reworded | null {
  const cells = part.paragraphs.filter(({ isTable }) => isTable);
  checkTable(clause, cells, out);
  const read = part.paragraphs.filter((one) => !one.isTable && plain(textOf(one)) !== "");
  const blocks = clause.blocks.filter(({ kind }) => kind !== "table");
  const lines = aligned(blocks, read).map(([block, paragraph]) => {
    if (paragraph === undefined) return { block, line: null };
    const placed = placeFigures(block?.runs ?? [], paragraph.pieces);
    figures.push(...placed.figures.map((one) => ({ ...one, clause: clause.key })));
    out.push(...placed.lost.map((words) => ({ kind: "control_lost" as const, clause: clause.key, words })));
    out.push(
      ...placed.strange.map((words) => ({ kind: "strange_control" as const, clause: clause.key, words })),
    );
    return { block, line: placed.line.trim() };
  });
  const title = part.heading;
  const isSame =
    title === plain(clause.title) &&
    lines.every(
      ({ block, line }) => block !== undefined && line !== null && sameText(line, patternOf(block.runs)),
    );
  if (isSame) return null;
  return { clause: clause.key, title, paragraphs: asWording(clause, lines) };
}

/** Braces of a lawyer's own would be taken for names of the register. */
function withoutBraces(paragraph: ReadParagraph, out: Unplaced[]): ReadParagraph {
  const words = textOf(paragraph);
  if (!/[{}]/.test(words)) return paragraph;
  out.push({ kind: "braces", clause: null, words });
  const bare = (text: string) => text.replaceAll("{", "(").replaceAll("}", ")");
  return { ...paragraph, pieces: paragraph.pieces.map(({ text, key }) => ({ text: bare(text), key })) };
}

/** The matrix follows the register: what was changed in it is listed. */
function checkTable(clause: Clause, cells: readonly ReadParagraph[], out: Unplaced[]): void {
  const table = clause.blocks.find(({ kind }) => kind === "table");
  if (table === undefined) return;
  const known = new Set(table.rows.flat().map((cell) => plain(cell.map(({ text }) => text).join(""))));
  const strange = cells.map((one) => plain(textOf(one))).filter((words) => words !== "" && !known.has(words));
  if (cells.length === 0) out.push({ kind: "table", clause: clause.key, words: blockWords(table) });
  out.push(...strange.map((words) => ({ kind: "table" as const, clause: clause.key, words })));
}

type Pair = readonly [Block | undefined, ReadParagraph | undefined];

/** Each paragraph that came back beside the one that went out: the same first, then the most alike between them. */
function aligned(blocks: readonly Block[], read: readonly ReadParagraph[]): Pair[] {
  const pairs: Pair[] = [];
  let [left, right] = [0, 0];
  const parts = diffArrays(
    blocks.map((one) => plain(blockWords(one))),
    read.map((one) => plain(textOf(one))),
  );
  let waiting: Block[] = [];
  const settle = (came: readonly ReadParagraph[]) => {
    pairs.push(...alike(waiting, came));
    waiting = [];
  };
  for (const { added, removed, value } of parts) {
    if (removed) {
      waiting = blocks.slice(left, left + value.length);
      left += value.length;
    } else if (added) {
      settle(read.slice(right, right + value.length));
      right += value.length;
    } else {
      settle([]);
      pairs.push(...value.map((_, at): Pair => [blocks[left + at], read[right + at]]));
      [left, right] = [left + value.length, right + value.length];
    }
  }
  settle([]);
  return pairs;
}

function alike(blocks: readonly Block[], read: readonly ReadParagraph[]): Pair[] {
  const pairs: Pair[] = [];
  let from = 0;
  for (const paragraph of read) {
    const words = wordSet(textOf(paragraph));
    const keys = new Set(paragraph.pieces.flatMap(({ key }) => key ?? []));
    const scores = blocks.slice(from).map((block) => {
      const shared = block.runs.filter((run) => run.from && keys.has(run.from.key)).length;
      return shared + overlap(wordSet(blockWords(block)), words);
    });
    const best = Math.max(0, ...scores);
    const at = best >= 0.35 ? from + scores.indexOf(best) : -1;
    if (at === -1) pairs.push([undefined, paragraph]);
    else {
      pairs.push(...blocks.slice(from, at).map((block): Pair => [block, undefined]), [blocks[at], paragraph]);
      from = at + 1;
    }
  }
  return [...pairs, ...blocks.slice(from).map((block): Pair => [block, undefined])];
}

const wordSet = (words: string) => new Set(words.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);
const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...a].filter((word) => b.has(word)).length /
  Math.max(1, Math.min(a.size, b.size) + Math.abs(a.size - b.size) / 2);

/** The lines of a clause, a list of the register that nobody touched as the list itself. */
function asWording(
  clause: Clause,
  lines: readonly { readonly block: Block | undefined; readonly line: string | null }[],
): string[] {
  const lists = new Set(clause.blocks.flatMap(({ made }) => made ?? []));
  const whole = new Set(
    [...lists].filter((list) =>
      lines.every(
        ({ block, line }) => block?.made !== list || (line !== null && sameText(line, patternOf(block.runs))),
      ),
    ),
  );
  const out: string[] = [];
  for (const { block, line } of lines) {
    const list = block?.made;
    if (list && whole.has(list)) {
      if (out.at(-1) !== `{${list}}`) out.push(`{${list}}`);
    } else if (line !== null && line !== "") out.push(line);
  }
  const tables = clause.blocks.flatMap(({ kind, made }) => (kind === "table" && made ? [`{${made}}`] : []));
  return [...out, ...tables];
}
