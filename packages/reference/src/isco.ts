import { once, orNull, readTable } from "./table.ts";

/** A group of ISCO-08, levels 1 to 4; Arabic only at levels 1 and 2, and never the official text (`arStatus`). */
export interface IscoGroup {
  readonly code: string;
  readonly level: number;
  readonly parent: string | null;
  readonly labelEn: string;
  readonly labelFr: string;
  readonly labelAr: string | null;
  readonly arStatus: string | null;
}

export const iscoGroups = once(() =>
  readTable("occupations/isco08.csv", [
    "code",
    "level",
    "parent",
    "label_en",
    "label_fr",
    "label_ar",
    "ar_status",
  ]).map(
    (row): IscoGroup => ({
      code: row.code,
      level: Number(row.level),
      parent: orNull(row.parent),
      labelEn: row.label_en,
      labelFr: row.label_fr,
      labelAr: orNull(row.label_ar),
      arStatus: orNull(row.ar_status),
    }),
  ),
);
