/** A text in the three languages of the product. */
export interface Label {
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

/** The label of a row whose columns are `label_fr`, `label_ar`, `label_en`. */
export function labelOf(row: { label_fr: string; label_ar: string; label_en: string }): Label {
  return { fr: row.label_fr, ar: row.label_ar, en: row.label_en };
}
