import { once, orNull, readTable } from "./table.ts";

/**
 * One of the 1,503 communes, under the codes of the 2014 to 2020 cut (scheme `hcp-2014`): names and parents are right,
 * about a quarter of the codes moved in 2024. `arChecks` counts the other lists that agree with the Arabic name.
 */
export interface Commune {
  readonly code: string;
  readonly province: string;
  readonly cercle: string | null;
  readonly milieu: "urban" | "rural";
  readonly nameFr: string;
  readonly nameAr: string;
  readonly arChecks: number;
  readonly source: string;
}

export const communes = once(() =>
  readTable("territory/communes.csv", [
    "code",
    "province_code",
    "cercle_code",
    "type",
    "name_fr",
    "name_ar",
    "ar_check",
    "source",
  ]).map(
    (row): Commune => ({
      code: row.code,
      province: row.province_code,
      cercle: orNull(row.cercle_code),
      milieu: row.type === "urban" ? "urban" : "rural",
      nameFr: row.name_fr,
      nameAr: row.name_ar,
      arChecks: Number(row.ar_check),
      source: row.source,
    }),
  ),
);
