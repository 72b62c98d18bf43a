import { once, readTable } from "./table.ts";

/** One of the 12 regions. `nameZgh` comes from OpenStreetMap (ODbL), the rest from HCP. */
export interface Region {
  readonly code: string;
  readonly iso: string;
  readonly nameFr: string;
  readonly nameAr: string;
  readonly nameZgh: string;
  readonly chefLieuProvince: string;
  readonly population2014: number;
  readonly population2024: number;
  readonly urban2024: number;
  readonly rural2024: number;
  readonly households2024: number;
  readonly provinceCount: number;
  readonly communeCount: number;
}

export const regions = once(() =>
  readTable("territory/regions.csv", [
    "code",
    "iso3166_2",
    "name_fr",
    "name_ar",
    "name_zgh",
    "chef_lieu_province",
    "pop_2014",
    "pop_2024",
    "pop_2024_urban",
    "pop_2024_rural",
    "households_2024",
    "n_provinces",
    "n_communes",
  ]).map(
    (row): Region => ({
      code: row.code,
      iso: row.iso3166_2,
      nameFr: row.name_fr,
      nameAr: row.name_ar,
      nameZgh: row.name_zgh,
      chefLieuProvince: row.chef_lieu_province,
      population2014: Number(row.pop_2014),
      population2024: Number(row.pop_2024),
      urban2024: Number(row.pop_2024_urban),
      rural2024: Number(row.pop_2024_rural),
      households2024: Number(row.households_2024),
      provinceCount: Number(row.n_provinces),
      communeCount: Number(row.n_communes),
    }),
  ),
);
