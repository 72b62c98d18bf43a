// The words of the folder: templates, clauses, runs of a text. Pure, no I/O.
import { z } from "zod";
import { keyText, lineText, noteText, space } from "../kernel/index.ts";

export const textLanguages = ["fr", "ar"] as const;
export const textLanguage = z.enum(textLanguages);
export type TextLanguage = z.infer<typeof textLanguage>;

/** One template per kind of partner. */
export const templateKinds = [
  "company",
  "federation",
  "region",
  "association",
  "foreign_agency",
  "tripartite",
] as const;
export const templateKind = z.enum(templateKinds);
export type TemplateKind = z.infer<typeof templateKind>;

export const clauseKey = z
  .string()
  .regex(/^[a-z_]+(\.[a-z_]+)?$|^own-[1-9]\d?$/, "no_fee, duties.company or own-1");

/** A clause of its own, where it stands. */
const ownClause = z.object({ key: clauseKey, after: clauseKey });

/** A clause in other words than the template's; without a paragraph it was struck out. */
export const wording = z.object({
  clause: clauseKey,
  language: textLanguage,
  title: lineText.nullable(),
  paragraphs: z.array(noteText).max(60),
  by: z.enum(["jurist", "lawyer"]),
});
export type Wording = z.infer<typeof wording>;

export const power = z.object({
  party: keyText,
  /** An office-holder of the party; null: the representative that the agreement names. */
  holder: z.uuid().nullable().default(null),
  power: lineText.trim().min(3),
});

/** Everything of a text that the register does not hold. */
export const choices = z.object({
  template: templateKind,
  /** The version of the templates that the text was begun from. */
  templateVersion: z.int().min(1).max(32_767).default(1),
  languages: z.array(textLanguage).min(1).max(2),
  /** The optional clauses that are in. */
  optional: z.array(clauseKey).max(40),
  /** By virtue of what somebody signs for a party. */
  powers: z.array(power).max(40),
  own: z.array(ownClause).max(40),
  wordings: z.array(wording).max(200),
});
export type Choices = z.infer<typeof choices>;

/** Where a run comes from: what the register says, under which name a text asks for it. */
export const source = z.object({
  /** The name that a wording calls it by, as `commitment.2.quantity`. */
  key: z.string(),
  /** As the register holds it, in no language: 1500, 2027-12-31, 160000000.00. */
  value: z.string().nullable(),
  /** A number, an amount or a day: what a text and the register must not say differently. */
  figure: z.boolean(),
  /** Of a figure of a promise or contribution: signed, proposed for this text, or announced. */
  basis: z.enum(["signed", "proposed", "announced"]).nullable(),
});
export type Source = z.infer<typeof source>;

export const run = z.object({ text: z.string(), from: source.optional() });
export type Run = z.infer<typeof run>;

export const block = z.object({
  kind: z.enum(["paragraph", "item", "table"]),
  runs: z.array(run),
  /** Of a table: rows of cells of runs, the heads first. */
  rows: z.array(z.array(z.array(run))),
  /** The list of the register that it is a part of, as `commitments`. */
  made: z.string().nullable(),
});
export type Block = z.infer<typeof block>;

export const clause = z.object({
  key: clauseKey,
  /** Null for what stands before the first article and after the last. */
  number: z.int().nullable(),
  title: z.string(),
  mandatory: z.boolean(),
  origin: z.enum(["template", "own", "jurist", "lawyer"]),
  blocks: z.array(block),
});
export type Clause = z.infer<typeof clause>;

export const agreementText = z.object({
  language: textLanguage,
  /** «Convention de partenariat» */
  head: z.string(),
  title: z.string(),
  clauses: z.array(clause),
});
export type AgreementText = z.infer<typeof agreementText>;

export const draftContent = z.object({
  format: z.literal("iltizam-agreement-text/1"),
  agreement: z.string(),
  space,
  template: z.object({ kind: templateKind, version: z.int(), date: z.string(), hash: z.string() }),
  choices,
  texts: z.array(agreementText),
});
export type DraftContent = z.infer<typeof draftContent>;

/** The words of a run, a block, a clause, as somebody reads them; a table's cells one after the other. */
export const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join("");
export const blockWords = ({ kind, runs, rows }: Block): string =>
  kind === "table" ? rows.map((row) => row.map(wordsOf).join(" | ")).join("\n") : wordsOf(runs);
export const clauseWords = ({ blocks }: Clause): string => blocks.map(blockWords).join("\n");

/** A block's words with the names of what the register says in them: what a wording is written as. */
export const patternOf = (runs: readonly Run[]): string =>
  runs
    // what the register does not say is not asked for again
    .filter(({ text }) => text !== "")
    .map(({ text, from }) => (from ? `{${from.key}}` : text))
    .join("");

/** Every run that says what the register says, of all clauses. */
export function* sourcedRuns({ clauses }: AgreementText): Generator<Run & { readonly from: Source }> {
  for (const { blocks } of clauses)
    for (const { runs, rows } of blocks)
      for (const one of [...runs, ...rows.flat(2)]) if (one.from) yield { ...one, from: one.from };
}
