import { type Label, labelOf } from "./label.ts";
import { numberOrNull, once, readTable } from "./table.ts";

/** A value of a closed list with its label; `arReviewed` is false while the Arabic awaits a native professional. */
export interface Code {
  readonly code: string;
  readonly label: Label;
  readonly arReviewed: boolean;
}

/** The closed lists that share the same four columns. */
export const CODE_LISTS = [
  "event_kinds",
  "event_part_kinds",
  "instrument_types",
  "instrument_statuses",
  "organisation_kinds",
  "party_roles",
  "framework_kinds",
  "amount_roles",
  "qualifiers",
  "clause_kinds",
  "orientation_kinds",
  "attendee_roles",
  "figure_kinds",
  "evidence_levels",
  "sexes",
  "milieux",
] as const;
export type CodeList = (typeof CODE_LISTS)[number];

const lists = new Map<CodeList, () => readonly Code[]>(
  CODE_LISTS.map((list) => [list, once(() => readCodes(list))]),
);

/** The values of one closed list, in their usual order. */
export function codes(list: CodeList): readonly Code[] {
  return lists.get(list)?.() ?? [];
}

function readCodes(list: CodeList): Code[] {
  const columns = ["code", "label_fr", "label_ar", "label_en", "ar_reviewed"] as const;
  return readTable(`codes/${list}.csv`, columns).map((row) => ({
    code: row.code,
    label: labelOf(row),
    arReviewed: row.ar_reviewed === "true",
  }));
}

/** A unit of a figure; `inDraft` when the draft format may write it. */
export interface Unit extends Code {
  readonly inDraft: boolean;
}

export const units = once(() =>
  readTable("codes/units.csv", ["code", "label_fr", "label_ar", "label_en", "ar_reviewed", "in_draft"]).map(
    (row): Unit => ({
      code: row.code,
      label: labelOf(row),
      arReviewed: row.ar_reviewed === "true",
      inDraft: row.in_draft === "true",
    }),
  ),
);

/** An age band of the kept totals; both ends included, null where open or unknown. */
export interface AgeBand extends Code {
  readonly ageMin: number | null;
  readonly ageMax: number | null;
}

export const ageBands = once(() =>
  readTable("codes/age_bands.csv", [
    "code",
    "age_min",
    "age_max",
    "label_fr",
    "label_ar",
    "label_en",
    "ar_reviewed",
  ]).map(
    (row): AgeBand => ({
      code: row.code,
      label: labelOf(row),
      arReviewed: row.ar_reviewed === "true",
      ageMin: numberOrNull(row.age_min),
      ageMax: numberOrNull(row.age_max),
    }),
  ),
);
