// A place as its promise bar: what is promised for it, and who counts there under whatever promise. Pure.
import type { PlaceRow } from "../api/places.ts";
import type { Promised } from "../promise-bar/geometry.ts";
import { signedFor } from "./measures.ts";

export function promisedThere(place: PlaceRow): Promised {
  const { announced, original, shares, declared } = place.promised;
  const current = signedFor(place);
  const range = announced === null ? [] : [...new Set([announced.low, announced.high])];
  return {
    announced: range,
    signed: current === null ? null : { original: shares === null ? original : null, current },
    declared,
    realised: place.counted?.realised ?? 0,
    proven: place.counted?.proven ?? 0,
    elapsed: null,
  };
}
