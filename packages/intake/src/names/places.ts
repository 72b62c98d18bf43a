import type { Territory } from "../draft/model.ts";
import { lexiconRows, territoryRows } from "../lexicon/load.ts";
import { findTerms, indexTerms, type TermIndex, termAt } from "../lexicon/terms.ts";
import type { Sentence } from "../text/sentences.ts";
import type { Token } from "../text/tokens.ts";

export type Place = {
  readonly kind: "region" | "province" | "commune" | "country" | "city" | "adjective";
  readonly territory: Territory | null;
  /** ISO 3166 code of the country. */
  readonly country: string;
};
export type PlaceMention = {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
  /** In Arabic: « ب » is joined to the name (بالرباط), not its first letter (بروكسل). */
  readonly joined: boolean;
};

/** Communes whose names are ordinary words would be found everywhere: names this short are left out. */
const SHORTEST_COMMUNE = 5;

function* registerTerms(): Generator<readonly [string, Place]> {
  const levels = [
    ["communes", "commune"],
    ["provinces", "province"],
    ["regions", "region"],
  ] as const;
  for (const [file, kind] of levels)
    for (const row of territoryRows(file)) {
      if (kind === "commune" && (row.name_fr ?? "").length < SHORTEST_COMMUNE) continue;
      if (kind === "commune" && row.type !== "urban") continue;
      const place: Place = { kind, territory: { scheme: "hcp", code: row.code ?? "" }, country: "MA" };
      yield [`${row.name_fr}|${row.name_ar}`, place];
    }
}

function* otherTerms(): Generator<readonly [string, Place]> {
  for (const row of lexiconRows("places")) {
    const country = row.code ?? "";
    const territory: Territory = { scheme: "iso3166", code: country };
    const kind = row.kind === "city" ? "city" : "country";
    yield [row.names ?? "", { kind, territory: kind === "city" ? null : territory, country }];
    if (row.adjectives) yield [row.adjectives, { kind: "adjective", territory, country }];
  }
}

const PLACES: TermIndex<Place> = indexTerms(() => [...otherTerms(), ...registerTerms()]);

function joined(tokens: readonly Token[], hit: { from: number; to: number }): boolean {
  const [first, ...rest] = tokens.slice(hit.from, hit.to);
  if (!first?.arabic) return false;
  const bare = first.fold.startsWith("ال") ? [first.fold, first.fold.slice(2)] : [first.fold];
  return termAt([{ ...first, stems: bare }, ...rest], 0, PLACES) === null;
}

/** Every known place; Latin names only where they are written with a capital. */
export function placesIn(tokens: readonly Token[], sentences: readonly Sentence[]): PlaceMention[] {
  const found: PlaceMention[] = [];
  for (const sentence of sentences)
    for (const hit of findTerms(tokens, PLACES, sentence.from, sentence.to)) {
      const token = tokens[hit.from];
      const named = token?.arabic || token?.capital || hit.row.kind === "adjective";
      if (named) found.push({ from: hit.from, to: hit.to, place: hit.row, joined: joined(tokens, hit) });
    }
  return found;
}

/** The country that the text speaks of most, or null. */
export function countryOf(places: readonly PlaceMention[]): string | null {
  const counts = new Map<string, number>();
  for (const { place } of places) counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
  let best: string | null = null;
  for (const [country, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = country;
  return best;
}
