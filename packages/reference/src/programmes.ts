import { once, orNull, readTable } from "./table.ts";

/** A public employment programme as secondary sources describe it; its terms are dated settings (`measureSettings`). */
export interface Programme {
  readonly code: string;
  readonly labelFr: string;
  readonly labelAr: string | null;
  readonly operator: string;
  readonly startYear: string | null;
  readonly status: string;
  readonly targetFr: string | null;
  readonly instrumentFr: string | null;
  readonly keyFiguresFr: string | null;
  readonly source: string;
  readonly confidence: string;
}

export const programmes = once(() =>
  readTable("reference/programmes.csv", [
    "code",
    "label_fr",
    "label_ar",
    "operator",
    "start_year",
    "status",
    "target_fr",
    "instrument_fr",
    "key_figures_fr",
    "source",
    "confidence",
  ]).map(
    (row): Programme => ({
      code: row.code,
      labelFr: row.label_fr,
      labelAr: orNull(row.label_ar),
      operator: row.operator,
      startYear: orNull(row.start_year),
      status: row.status,
      targetFr: orNull(row.target_fr),
      instrumentFr: orNull(row.instrument_fr),
      keyFiguresFr: orNull(row.key_figures_fr),
      source: row.source,
      confidence: row.confidence,
    }),
  ),
);
