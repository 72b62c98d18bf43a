import { once, readTable } from "./table.ts";

/** A Moroccan first or last name; the count is of births in France, a proxy for spellings and not for Moroccan frequency. */
export interface PersonName {
  readonly latin: string;
  readonly ar: string;
  readonly kind: string;
  readonly count: number;
}

const COUNTS = ["insee_count", "insee_cluster_count", "n_variants"] as const;

const firstNames = once(() =>
  readTable("names/first_names.csv", ["name_latin", "name_ar", "sex", ...COUNTS]).map(
    (row): PersonName => ({
      latin: row.name_latin,
      ar: row.name_ar,
      kind: row.sex,
      count: Number(row.insee_count),
    }),
  ),
);

const lastNames = once(() =>
  readTable("names/last_names.csv", ["name_latin", "name_ar", "kind", ...COUNTS]).map(
    (row): PersonName => ({
      latin: row.name_latin,
      ar: row.name_ar,
      kind: row.kind,
      count: Number(row.insee_count),
    }),
  ),
);

/** Another spelling of a name; `distance` 0 is the same name, 1 holds false friends and wants a human eye. */
export interface NameVariant {
  readonly group: string;
  readonly latin: string;
  readonly ar: string;
  readonly kind: string;
  readonly count: number;
  readonly distance: number;
}

const variants = once(() =>
  readTable("names/variants.csv", [
    "group_id",
    "variant_latin",
    "name_ar",
    "kind",
    "insee_count",
    "is_canonical",
    "distance",
  ]).map(
    (row): NameVariant => ({
      group: row.group_id,
      latin: row.variant_latin,
      ar: row.name_ar,
      kind: row.kind,
      count: Number(row.insee_count),
      distance: Number(row.distance),
    }),
  ),
);

/** Names for invented persons and for tests of duplicates. */
export function names() {
  return { first: firstNames(), last: lastNames(), variants: variants() };
}
