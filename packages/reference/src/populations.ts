import { type Label, labelOf } from "./label.ts";
import { numberOrNull, once, orNull, readTable } from "./table.ts";

/** A population that promises name. Sensitive ones need a permission of their own and never leave in an export. */
export interface Population {
  readonly code: string;
  readonly label: Label;
  readonly definition: Label;
  readonly sensitive: boolean;
  readonly ageMin: number | null;
  readonly ageMax: number | null;
  readonly sex: string | null;
  readonly milieu: string | null;
  readonly arReviewed: boolean;
}

export const populations = once(() =>
  readTable("populations/populations.csv", [
    "code",
    "label_fr",
    "label_ar",
    "label_en",
    "definition_fr",
    "definition_ar",
    "definition_en",
    "sensitive",
    "age_min",
    "age_max",
    "sex",
    "milieu",
    "ar_reviewed",
  ]).map(
    (row): Population => ({
      code: row.code,
      label: labelOf(row),
      definition: { fr: row.definition_fr, ar: row.definition_ar, en: row.definition_en },
      sensitive: row.sensitive === "true",
      ageMin: numberOrNull(row.age_min),
      ageMax: numberOrNull(row.age_max),
      sex: orNull(row.sex),
      milieu: orNull(row.milieu),
      arReviewed: row.ar_reviewed === "true",
    }),
  ),
);
