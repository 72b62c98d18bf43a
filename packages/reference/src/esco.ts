import { once, orNull, readTable } from "./table.ts";

/** An occupation of ESCO: the dictionary of synonyms behind ISCO-08. 68 of them have no French label. */
export interface EscoOccupation {
  readonly code: string;
  readonly isco: string;
  readonly id: string;
  readonly labelEn: string;
  readonly labelFr: string | null;
  readonly otherLabelsFr: readonly string[];
}

export const escoOccupations = once(() =>
  readTable("occupations/esco_occupations.csv", [
    "code",
    "isco08",
    "esco_uuid",
    "label_en",
    "label_fr",
    "alt_labels_fr",
    "fr_source",
  ]).map(
    (row): EscoOccupation => ({
      code: row.code,
      isco: row.isco08,
      id: row.esco_uuid,
      labelEn: row.label_en,
      labelFr: orNull(row.label_fr),
      otherLabelsFr: row.alt_labels_fr === "" ? [] : row.alt_labels_fr.split("|"),
    }),
  ),
);

export interface EscoSkill {
  readonly id: string;
  readonly labelFr: string;
}

export const escoSkills = once(() =>
  readTable("occupations/esco_skills_fr.csv.gz", ["esco_uuid", "label_fr"]).map(
    (row): EscoSkill => ({ id: row.esco_uuid, labelFr: row.label_fr }),
  ),
);
