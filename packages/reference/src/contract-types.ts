import { type Label, labelOf } from "./label.ts";
import { once, orNull, readTable } from "./table.ts";

export interface ContractType {
  readonly code: string;
  readonly label: Label;
  readonly legalBasis: string | null;
  readonly maximumDuration: string | null;
  readonly notes: string | null;
  readonly source: string | null;
  readonly confidence: string;
}

export const contractTypes = once(() =>
  readTable("reference/contract_types.csv", [
    "code",
    "label_fr",
    "label_en",
    "label_ar",
    "legal_basis",
    "max_duration",
    "notes",
    "source",
    "confidence",
  ]).map(
    (row): ContractType => ({
      code: row.code,
      label: labelOf(row),
      legalBasis: orNull(row.legal_basis),
      maximumDuration: orNull(row.max_duration),
      notes: orNull(row.notes),
      source: orNull(row.source),
      confidence: row.confidence,
    }),
  ),
);
