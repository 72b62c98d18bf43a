// Which places a view of the labour market shows. Pure.
import type { PlaceRow } from "../api/places.ts";

export interface NamedPlace {
  readonly code: string;
  readonly kind: PlaceRow["kind"] | "commune" | "abroad";
  readonly parentCode: string | null;
  readonly name: string;
}

/** The country with its regions, or a region with its provinces; a country of one region is seen by its provinces. */
export function placesBelow(places: readonly NamedPlace[], region: string | undefined) {
  const regions = places.filter(({ kind }) => kind === "region");
  const [only] = regions;
  const code = region ?? (regions.length === 1 ? only?.code : undefined);
  const whole = places.find((place) => (code === undefined ? place.kind === "nation" : place.code === code));
  const parts = code === undefined ? regions : places.filter(({ parentCode }) => parentCode === code);
  return { whole, parts };
}
