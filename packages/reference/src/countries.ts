import { once, readTable } from "./table.ts";

/** A country by its ISO 3166-1 code of two letters, under its usual names. */
export interface Country {
  readonly code: string;
  readonly nameFr: string;
  readonly nameAr: string;
  readonly nameEn: string;
}

export const countries = once(() =>
  readTable("countries/countries.csv", ["code", "name_fr", "name_ar", "name_en"]).map(
    (row): Country => ({ code: row.code, nameFr: row.name_fr, nameAr: row.name_ar, nameEn: row.name_en }),
  ),
);
