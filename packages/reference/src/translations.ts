import { once, readTable } from "./table.ts";

/** An official Arabic name, present or former, of an organisation that the notes name. */
export interface AnnouncedName {
  readonly reference: string;
  readonly kind: "official" | "former";
  readonly name: string;
  readonly reviewed: boolean;
}

export const announcedNames = once(() =>
  readTable("translations/organisations.csv", ["reference", "kind", "name_ar", "ar_reviewed"]).map(
    (row): AnnouncedName => ({
      reference: row.reference,
      kind: row.kind === "former" ? "former" : "official",
      name: row.name_ar,
      reviewed: row.ar_reviewed === "true",
    }),
  ),
);

/** The title of an agreement of the notes in Arabic and English. */
export interface AnnouncedTitle {
  readonly reference: string;
  readonly ar: string;
  readonly en: string;
  readonly reviewed: boolean;
}

export const announcedTitles = once(() =>
  readTable("translations/agreements.csv", ["reference", "title_ar", "title_en", "ar_reviewed"]).map(
    (row): AnnouncedTitle => ({
      reference: row.reference,
      ar: row.title_ar,
      en: row.title_en,
      reviewed: row.ar_reviewed === "true",
    }),
  ),
);

/** What the notes call an event, a part or a topic of it, in Arabic. */
export interface AnnouncedEventWords {
  readonly reference: string;
  readonly original: string;
  readonly ar: string;
  readonly reviewed: boolean;
}

export const announcedEvents = once(() =>
  readTable("translations/events.csv", ["reference", "original", "ar", "ar_reviewed"]).map(
    ({ reference, original, ar, ar_reviewed }): AnnouncedEventWords => ({
      ...{ reference, original, ar, reviewed: ar_reviewed === "true" },
    }),
  ),
);

/** A sentence of the reviewers of the notes; they wrote in English. */
export const reviewersWords = once(() => readTable("translations/sentences.csv", ["en", "fr", "ar"]));
