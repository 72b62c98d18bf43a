// What a place shows of each measure. Pure.
import type { PlaceRow } from "../api/places.ts";

export const measures = [
  "announced",
  "signed",
  "declared",
  "realised",
  "proven",
  "provenOfSigned",
  "perThousand",
] as const;
export type Measure = (typeof measures)[number];

export const isMeasure = (text: unknown): text is Measure => measures.some((measure) => measure === text);
/** A share is written as per cent, the others as counts or rates. */
export const isShare = (measure: Measure) => measure === "provenOfSigned";

/** Signed for the place: for itself, and its shares of wider promises; null when nothing is signed for it. */
export function signedFor({ promised: { signed, shares } }: PlaceRow): number | null {
  return signed === null && shares === null ? null : (signed ?? 0) + (shares ?? 0);
}

/** Nobody counted and nothing declared: not a zero, nobody knows. */
export const isWithoutEvidence = ({ counted, promised }: PlaceRow) =>
  counted !== null && counted.realised === 0 && promised.declaringAgreements === 0;

/** The number of a place under a measure; null where there is none (of an announced range, the lower). */
export function numberAt(place: PlaceRow, measure: Measure): number | null {
  const { promised, counted, jobSeekers } = place;
  const told = counted === null || isWithoutEvidence(place) ? null : counted;
  const signed = signedFor(place);
  switch (measure) {
    case "announced":
      return promised.announced?.low ?? null;
    case "signed":
      return signed;
    case "declared":
      return promised.declared;
    case "realised":
      return told?.realised ?? null;
    case "proven":
      return told?.proven ?? null;
    case "provenOfSigned":
      return told === null || signed === null || signed === 0 ? null : told.proven / signed;
    case "perThousand":
      return told === null || jobSeekers === null ? null : (told.realised * 1000) / jobSeekers.value;
  }
}

/** The places that a view shows: the provinces of a region, all provinces, or the regions. */
export function placesShown(
  places: readonly PlaceRow[],
  { region, level }: { readonly region?: string | undefined; readonly level?: "province" | undefined },
): PlaceRow[] {
  const of = (kind: PlaceRow["kind"]) => places.filter((place) => place.kind === kind);
  if (region !== undefined) return places.filter(({ parent }) => parent === region);
  // a country of one region is seen by its provinces, once it has some
  const isByProvince = level === "province" || of("region").length === 1;
  return isByProvince && of("province").length > 0 ? of("province") : of("region");
}
