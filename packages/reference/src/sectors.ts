import { type Label, labelOf } from "./label.ts";
import { once, orNull, readTable } from "./table.ts";

/** A sector of ISIC Rev. 4. Sections and divisions (levels 1 and 2) are also those of Morocco's NMA 2010; 3 and 4 are not. */
export interface Sector {
  readonly code: string;
  readonly level: number;
  readonly parent: string | null;
  readonly label: Label;
}

export const sectors = once(() =>
  readTable("sectors/isic4.csv", [
    "code",
    "level",
    "parent",
    "label_en",
    "label_fr",
    "label_ar",
    "fr_source",
  ]).map(
    (row): Sector => ({
      code: row.code,
      level: Number(row.level),
      parent: orNull(row.parent),
      label: labelOf(row),
    }),
  ),
);
