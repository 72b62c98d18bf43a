// The templates, as data: numbered clauses in French and Arabic, with names for what the register says. A template has a
// version and a date; a text keeps the hash of what it was made with.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { TemplateKind, TextLanguage } from "./model.ts";

interface ClauseText {
  readonly title: string;
  readonly text: readonly string[];
}

/** One language of a template's version. */
export interface TemplateWords {
  /** «Convention de partenariat», above the title. */
  readonly heads: Readonly<Record<TemplateKind, string>>;
  readonly clauses: Readonly<Record<string, ClauseText>>;
  /** How one line of a list of the register is said; `x` stands for the thing itself. */
  readonly phrases: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

interface Kinds {
  readonly version: number;
  readonly date: string;
  readonly unnumbered: readonly string[];
  readonly kinds: Readonly<
    Record<TemplateKind, { readonly mandatory: readonly string[]; readonly optional: readonly string[] }>
  >;
  readonly order: readonly string[];
}

const newest = 1;
const place = new URL(`./templates/${newest}/`, import.meta.url);
const texts = ["kinds.json", "clauses.fr.json", "clauses.ar.json"].map((name) =>
  readFileSync(new URL(name, place), "utf8"),
);
const [kinds, fr, ar] = texts.map((text) => JSON.parse(text)) as [Kinds, TemplateWords, TemplateWords];
const hash = createHash("sha256").update(texts.join("\n")).digest("hex");
const languages: Readonly<Record<TextLanguage, TemplateWords>> = { fr, ar };

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

/** The newest version of the template of a kind of partner. */
export function templateOf(kind: TemplateKind): Template {
  const { mandatory, optional } = kinds.kinds[kind];
  const isIn = new Set([...mandatory, ...optional]);
  return {
    ...{ kind, hash, mandatory, optional, version: kinds.version, date: kinds.date },
    ...{ order: kinds.order.filter((key) => isIn.has(key)), unnumbered: kinds.unnumbered },
  };
}

export const templateWords = (language: TextLanguage): TemplateWords => languages[language];

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
