import { territoryErrors } from "./errors.ts";
import type { Places, Territory, TerritoryKind } from "./model.ts";

/**
 * The one territory that a written place stands for.
 * @throws `territory.unknown`, or `territory.ambiguous` with the codes to choose from.
 */
export function requirePlace(places: Places, text: string, kind?: TerritoryKind): Territory {
  const match = places.find(text, kind);
  if (match.found === "one") return match.territory;
  if (match.found === "none") throw territoryErrors.unknown({ place: text, near: "none" });
  const candidates = match.territories.map((territory) => `${territory.code} ${territory.name.fr}`);
  throw territoryErrors.ambiguous({ place: text, candidates: candidates.slice(0, 5) });
}
