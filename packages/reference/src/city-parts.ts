import { once, readTable } from "./table.ts";

/** A unit between province and commune, or below a commune: a cercle, an arrondissement, a prefecture of arrondissements. */
export interface CityPart {
  readonly code: string;
  readonly parent: string;
  readonly nameFr: string;
  readonly nameAr: string;
}

export const cercles = once(() =>
  readTable("territory/cercles.csv", ["code", "province_code", "name_fr", "name_ar"]).map(
    (row): CityPart => ({
      code: row.code,
      parent: row.province_code,
      nameFr: row.name_fr,
      nameAr: row.name_ar,
    }),
  ),
);

/** The 41 arrondissements of the six divided cities. */
export const arrondissements = once(() =>
  readTable("territory/arrondissements.csv", [
    "code",
    "commune_code",
    "name_fr",
    "name_ar",
    "pop_2024",
    "households_2024",
  ]).map(
    (row): CityPart => ({
      code: row.code,
      parent: row.commune_code,
      nameFr: row.name_fr,
      nameAr: row.name_ar,
    }),
  ),
);

/** Casablanca's eight prefectures of arrondissements; not among the 75 provinces. */
export const arrondissementPrefectures = once(() =>
  readTable("territory/prefectures_arrondissements.csv", [
    "code",
    "province_code",
    "name_fr",
    "name_ar",
    "pop_2024",
    "households_2024",
  ]).map(
    (row): CityPart => ({
      code: row.code,
      parent: row.province_code,
      nameFr: row.name_fr,
      nameAr: row.name_ar,
    }),
  ),
);
