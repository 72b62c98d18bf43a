import { type Label, labelOf } from "./label.ts";
import { once, orNull, readTable } from "./table.ts";

/** An active employment measure (Idmaj, Tahfiz …). */
export interface Measure {
  readonly code: string;
  readonly label: Label;
  readonly parent: string | null;
  readonly operator: string;
  readonly startYear: string | null;
  readonly kind: string;
  readonly programme: string | null;
  readonly arReviewed: boolean;
}

export const measures = once(() =>
  readTable("measures/measures.csv", [
    "code",
    "label_fr",
    "label_ar",
    "label_en",
    "parent",
    "operator",
    "start_year",
    "kind",
    "programme",
    "ar_reviewed",
  ]).map(
    (row): Measure => ({
      code: row.code,
      label: labelOf(row),
      parent: orNull(row.parent),
      operator: row.operator,
      startYear: orNull(row.start_year),
      kind: row.kind,
      programme: orNull(row.programme),
      arReviewed: row.ar_reviewed === "true",
    }),
  ),
);

/** One term of a measure and the days it holds (null = not known). Money is a decimal in major units of `currency`. */
export interface MeasureSetting {
  readonly measure: string;
  readonly setting: string;
  readonly value: string;
  readonly unit: string;
  readonly currency: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly source: string;
  readonly confidence: string;
}

export const measureSettings = once(() =>
  readTable("measures/measure_settings.csv", [
    "measure",
    "setting",
    "value",
    "unit",
    "currency",
    "valid_from",
    "valid_to",
    "source",
    "confidence",
  ]).map(
    (row): MeasureSetting => ({
      measure: row.measure,
      setting: row.setting,
      value: row.value,
      unit: row.unit,
      currency: orNull(row.currency),
      validFrom: orNull(row.valid_from),
      validTo: orNull(row.valid_to),
      source: row.source,
      confidence: row.confidence,
    }),
  ),
);
