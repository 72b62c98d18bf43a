// What an actor may see, as row-level security reads it (migrations/0002_visibility.sql): for each area the places where
// a right holds. An area is the part of a permission before its point; `any` is every place of a right on files.
import type { Actor, Grant } from "./actor.ts";

/**
 * A right on any part of an agreement's file shows the agreement, its promises, texts and counts: `any`. Other rights
 * (words, partners, persons, accounts) show none.
 */
const partsOfFiles = [
  ...["agreements", "commitments", "funding", "meetings", "needs", "sources", "drafts", "diagnosis"],
  ...["results", "declarations", "requests", "reports", "standings", "alarms", "comments", "*"],
];

type Place = readonly [organisation: string | null, territory: string | null, agreement: string | null];

const told = new WeakMap<Actor, string>();

/** The text of the setting `iltizam.scopes` for this actor: the areas seen whole, and the places in the others. */
export function scopesOf(actor: Actor): string {
  const known = told.get(actor) ?? tell(actor.grants);
  told.set(actor, known);
  return known;
}

function tell(grants: readonly Grant[]): string {
  const areas = Object.entries(placesByArea(grants));
  const whole = areas.filter(([, places]) => places === "*").map(([area]) => area);
  const places = areas.filter(([, of]) => of !== "*");
  return `${whole.join(" ")}|${JSON.stringify(Object.fromEntries(places))}`;
}

function placesByArea(grants: readonly Grant[]): Record<string, readonly Place[] | "*"> {
  const areas: Record<string, readonly Place[] | "*"> = {};
  for (const grant of grants) {
    const place: Place = [grant.organisation ?? null, grant.territory ?? null, grant.agreement ?? null];
    const everywhere = place.every((part) => part === null);
    for (const area of areasOf(grant)) {
      const before = areas[area];
      if (before === "*") continue;
      areas[area] = everywhere ? "*" : [...(before ?? []), place];
    }
  }
  return areas;
}

function areasOf({ permissions, own }: Grant): Set<string> {
  if (own) return new Set();
  const areas = new Set(permissions.map((permission) => permission.split(".")[0] ?? permission));
  return partsOfFiles.some((area) => areas.has(area)) ? areas.add("any") : areas;
}
