import { type Label, labelOf } from "./label.ts";
import { once, readTable } from "./table.ts";

/** A level of ISCED 2011 with the Moroccan diplomas that fall in it (general knowledge, to be checked). */
export interface EducationLevel {
  readonly code: string;
  readonly label: Label;
  readonly examplesFr: string;
}

export const educationLevels = once(() =>
  readTable("reference/education_levels.csv", [
    "code",
    "isced2011",
    "label_fr",
    "label_en",
    "label_ar",
    "morocco_examples_fr",
    "morocco_status",
  ]).map(
    (row): EducationLevel => ({ code: row.code, label: labelOf(row), examplesFr: row.morocco_examples_fr }),
  ),
);
