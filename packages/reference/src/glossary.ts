import { once, readTable } from "./table.ts";

/** A term of the field in three languages, with the name it has in code. */
export interface GlossaryTerm {
  readonly number: number;
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
  readonly identifier: string;
  readonly arReviewed: boolean;
}

export const glossary = once(() =>
  readTable("glossary/glossary.csv", ["n", "fr", "ar", "en", "identifier", "ar_reviewed"]).map(
    (row): GlossaryTerm => ({
      number: Number(row.n),
      fr: row.fr,
      ar: row.ar,
      en: row.en,
      identifier: row.identifier,
      arReviewed: row.ar_reviewed === "true",
    }),
  ),
);
