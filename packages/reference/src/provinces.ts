import { once, readTable } from "./table.ts";

/** One of the 75 provinces and prefectures; the code is HCP's `RR.PPP`. */
export interface Province {
  readonly code: string;
  readonly region: string;
  readonly kind: string;
  readonly nameFr: string;
  readonly nameAr: string;
  readonly population2024: number;
  readonly households2024: number;
  readonly cercleCount: number;
  readonly communeCount: number;
}

export const provinces = once(() =>
  readTable("territory/provinces.csv", [
    "code",
    "region_code",
    "type",
    "name_fr",
    "name_ar",
    "pop_2024",
    "households_2024",
    "n_cercles",
    "n_communes",
  ]).map(
    (row): Province => ({
      code: row.code,
      region: row.region_code,
      kind: row.type,
      nameFr: row.name_fr,
      nameAr: row.name_ar,
      population2024: Number(row.pop_2024),
      households2024: Number(row.households_2024),
      cercleCount: Number(row.n_cercles),
      communeCount: Number(row.n_communes),
    }),
  ),
);
