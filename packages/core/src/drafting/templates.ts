// The templates, as data: numbered clauses in French and Arabic, with names for what the register says. A book of them has
// a version and a date; version 1 comes with the program, later ones are loaded beside it. A text keeps the hash of the one
// that it was made with.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { canonicalJson, lineText, noteText, plainDate } from "../kernel/index.ts";
import { type TemplateKind, type TextLanguage, templateKind } from "./model.ts";

const key = z.string().regex(/^[a-z_]{2,40}(\.[a-z_]{2,40})?$/, "no_fee or duties.company");

/** One language of a book. */
export const bookWords = z.object({
  /** «Convention de partenariat», above the title. */
  heads: z.record(templateKind, lineText.min(1)),
  clauses: z.record(key, z.object({ title: lineText, text: z.array(noteText).min(1).max(60) })),
  /** How one line of a list of the register is said; `x` stands for the thing itself. */
  phrases: z.record(key, noteText),
});
export type BookWords = z.infer<typeof bookWords>;

const clausesOfKind = z.object({ mandatory: z.array(key).max(80), optional: z.array(key).max(80) });

export const bookContent = z.object({
  date: plainDate,
  /** Clauses before the first article and after the last. */
  unnumbered: z.array(key).max(20),
  kinds: z.record(templateKind, clausesOfKind),
  /** All clauses, as they follow each other. */
  order: z.array(key).max(120),
  fr: bookWords,
  ar: bookWords,
});
export type BookContent = z.infer<typeof bookContent>;

export interface TemplateBook extends BookContent {
  readonly version: number;
  readonly hash: string;
}

const place = new URL("./templates/1/", import.meta.url);
const texts = ["kinds.json", "clauses.fr.json", "clauses.ar.json"].map((name) =>
  readFileSync(new URL(name, place), "utf8"),
);
type Labels = Readonly<Record<string, string>>;
const [kinds, fr, ar] = texts.map((text) => JSON.parse(text)) as [
  Omit<BookContent, "fr" | "ar">,
  BookWords & { readonly words: Labels },
  BookWords & { readonly words: Labels },
];

/** Version 1, which comes with the program. */
export const firstBook: TemplateBook = {
  ...bookContent.parse({ ...kinds, fr, ar }),
  ...{ version: 1, hash: createHash("sha256").update(texts.join("\n")).digest("hex") },
};

/** RFC 8785, and its SHA-256. */
export function sealedBook(content: BookContent): { readonly text: string; readonly hash: string } {
  const text = canonicalJson(content);
  return { text, hash: createHash("sha256").update(text).digest("hex") };
}

export interface Template {
  readonly kind: TemplateKind;
  readonly version: number;
  readonly date: string;
  readonly hash: string;
  readonly mandatory: readonly string[];
  readonly optional: readonly string[];
  /** All clauses that it may have, as they follow each other. */
  readonly order: readonly string[];
  readonly unnumbered: readonly string[];
}

/** The template of a kind of partner in one version of the book. */
export function templateOf(book: TemplateBook, kind: TemplateKind): Template {
  const { version, date, hash, unnumbered, order } = book;
  const { mandatory, optional } = book.kinds[kind];
  const isIn = new Set([...mandatory, ...optional]);
  return {
    ...{ kind, hash, mandatory, optional, version, date, unnumbered },
    order: order.filter((one) => isIn.has(one)),
  };
}

/** How the field says what every text says: months of a rhythm, presidents, currencies. The same for every version. */
export const labelsOf = (language: TextLanguage): Labels => (language === "fr" ? fr : ar).words;

/** The template that the kinds of the signatories ask for. */
export function templateFor(partners: readonly string[]): TemplateKind {
  const others = partners.filter((kind) => kind !== "public_employment_service");
  const has = (...wanted: readonly string[]) => others.some((kind) => wanted.includes(kind));
  if (has("foreign_public_employment_service", "foreign_government")) return "foreign_agency";
  if (others.length > 1) return "tripartite";
  if (has("regional_council", "provincial_council", "prefectural_council", "regional_government"))
    return "region";
  if (has("professional_federation", "employer_organisation", "chamber")) return "federation";
  if (has("association", "ngo", "cooperative", "foundation")) return "association";
  return "company";
}
