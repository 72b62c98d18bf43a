// Territories, their kinds and how a place written in a file finds its territory. No I/O.
import { consonantsOf, foldName } from "@iltizam/reference";
import { z } from "zod";

/** From the widest to the narrowest; `abroad` is a foreign country, beside the tree. */
export const territoryKinds = ["nation", "region", "province", "commune", "abroad"] as const;
export const territoryKind = z.enum(territoryKinds);
export type TerritoryKind = z.infer<typeof territoryKind>;

/** The kind that a territory's parent has; null for those without a parent. */
export const parentKind: Readonly<Record<TerritoryKind, TerritoryKind | null>> = {
  nation: null,
  region: "nation",
  province: "region",
  commune: "province",
  abroad: null,
};

export const territoryType = z.enum(["prefecture", "province", "urban", "rural"]);

/** Whether a territory of this kind may be of this type. */
export function typeFits(kind: TerritoryKind, type: z.infer<typeof territoryType> | null): boolean {
  if (type === null) return true;
  if (kind === "province") return type === "prefecture" || type === "province";
  return kind === "commune" && (type === "urban" || type === "rural");
}

/**
 * The schemes of this installation's codes. Communes keep the cut of 2014 to 2020 under a scheme of their own, because
 * about a quarter of their codes moved in 2024.
 */
export const schemes = { nation: "iso3166", upper: "hcp", commune: "hcp-2014" } as const;

export const territoryNames = z.object({
  fr: z.string(),
  ar: z.string(),
  en: z.string().nullable(),
  zgh: z.string().nullable(),
});

export const territory = z.object({
  id: z.uuid(),
  scheme: z.string(),
  code: z.string(),
  kind: territoryKind,
  type: territoryType.nullable(),
  parentId: z.uuid().nullable(),
  name: territoryNames,
  arReviewed: z.boolean(),
});
export type Territory = z.infer<typeof territory>;

/** A name under which a territory may be written. */
export interface PlaceName {
  readonly territoryId: string;
  readonly folded: string;
}

/** What a written place stands for: one territory, several (the writer must choose), or none. */
export type PlaceMatch =
  | { readonly found: "one"; readonly territory: Territory }
  | { readonly found: "several"; readonly territories: readonly Territory[] }
  | { readonly found: "none" };

export interface Places {
  /** Code (`03`, `03.231`, `abroad:BE`) or name, in any usual spelling; the widest kind wins unless one is asked for. */
  find(text: string, kind?: TerritoryKind): PlaceMatch;
  /** The territory and everything above it, itself first. */
  path(id: string): readonly Territory[];
  readonly all: readonly Territory[];
}

/** An index of a space's territories in memory, for reading a file of a million rows without a query each. */
export function placesOf(territories: readonly Territory[], names: readonly PlaceName[]): Places {
  const byId = new Map(territories.map((place) => [place.id, place]));
  const byCode = groupBy(territories, (place) => place.code.toUpperCase());
  const byName = groupBy(names, (name) => name.folded);
  const find = (text: string, kind?: TerritoryKind): PlaceMatch => {
    const ofKind = (place: Territory) => (kind === undefined ? true : place.kind === kind);
    const coded = (byCode.get(codeIn(text)) ?? []).filter(ofKind);
    if (coded.length > 0) return matchOf(coded);
    const named = (byName.get(foldName(text)) ?? []).flatMap((name) => byId.get(name.territoryId) ?? []);
    return matchOf(widest([...new Set(named)].filter(ofKind)));
  };
  const path = (id: string): readonly Territory[] => {
    const place = byId.get(id);
    if (place === undefined) return [];
    return place.parentId === null ? [place] : [place, ...path(place.parentId)];
  };
  return { find, path, all: territories };
}

const codeIn = (text: string) =>
  text
    .trim()
    .toUpperCase()
    .replace(/^ABROAD:/, "");

function widest(places: readonly Territory[]): readonly Territory[] {
  const rank = (place: Territory) => territoryKinds.indexOf(place.kind);
  const first = Math.min(...places.map(rank));
  return places.filter((place) => rank(place) === first);
}

function matchOf(places: readonly Territory[]): PlaceMatch {
  const [only] = places;
  if (only === undefined) return { found: "none" };
  return places.length === 1 ? { found: "one", territory: only } : { found: "several", territories: places };
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  return Map.groupBy(items, key);
}

/** The two comparable forms of a name that the register keeps beside it. */
export function comparable(name: string): { folded: string; consonants: string } {
  return { folded: foldName(name), consonants: consonantsOf(name) };
}
