// The fictional region in the register: places, organisations, those who sign and answer for them.
import { type Context, type Space, together } from "@iltizam/core/kernel";
import {
  addFocalPoint,
  nameOfficeHolder,
  openServicePoint,
  organisationKind,
  registerOrganisation,
  relateOrganisations,
  relationKind,
  servicePointKind,
} from "@iltizam/core/organisations";
import { addTerritory, territoryKind } from "@iltizam/core/territory";
import {
  type FictionalPlace,
  fictionalFocalPoints,
  fictionalLabour,
  fictionalOfficeHolders,
  fictionalOrganisations,
  fictionalPlaces,
  fictionalRelations,
  fictionalServicePoints,
} from "@iltizam/reference";

const space: Space = "simulated";

export interface Region {
  /** The id of a place. */
  place(code: string): string;
  /** The id of who signs for an organisation. */
  holder(organisation: string): string;
  /** Communes with their type, the ground of invented persons. */
  readonly communes: readonly { readonly code: string; readonly milieu: "R" | "U" }[];
}

/** Under which scheme the codes of the fictional region stand; countries keep the one that placements abroad use. */
export const fictionalScheme = "fictional";
const schemeOf = ({ kind }: FictionalPlace) => (kind === "abroad" ? "iso3166" : fictionalScheme);

export async function loadRegion(ctx: Context): Promise<Region> {
  const places = await together(ctx, "territory.add", addPlaces);
  const holders = await together(ctx, "organisations.register", (inside) => addOrganisations(inside, places));
  const communes = fictionalPlaces()
    .filter(({ kind }) => kind === "commune")
    .map(({ code, type }) => ({ code, milieu: type === "rural" ? ("R" as const) : ("U" as const) }));
  return { place: wanted(places), holder: wanted(holders), communes };
}

function wanted(ids: ReadonlyMap<string, string>) {
  return (key: string): string => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`the fictional region has no ${key}`);
    return id;
  };
}

async function addPlaces(ctx: Context): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const place of fictionalPlaces()) {
    const { id } = await addTerritory(ctx, {
      ...{ space, scheme: schemeOf(place), code: place.code, kind: territoryKind.parse(place.kind) },
      ...{ type: place.type as "urban" | null, name: { fr: place.fr, ar: place.ar, en: place.en } },
      parent: place.parent === null ? null : { scheme: fictionalScheme, code: place.parent },
      statistics: labourOf(place.code),
    });
    ids.set(place.code, id);
  }
  return ids;
}

/** The invented census, so that results have a denominator. */
function labourOf(code: string) {
  const census = { method: "census", year: 2024, source: "Recensement simulé 2024" } as const;
  return fictionalLabour()
    .filter((row) => row.code === code)
    .flatMap(({ active, employed }) => [
      { ...census, measure: "active" as const, value: active },
      { ...census, measure: "employed" as const, value: employed },
    ]);
}

async function addOrganisations(ctx: Context, places: ReadonlyMap<string, string>) {
  const holders = new Map<string, string>();
  for (const { reference, kind, fr, ar, en, territory, parent, country } of fictionalOrganisations()) {
    await registerOrganisation(ctx, {
      ...{ space, reference, kind: organisationKind.parse(kind), country, parent },
      ...{ name: fr, nameAr: ar, nameEn: en, territoryId: places.get(territory) ?? null },
    });
  }
  for (const { organisation, name, function: held } of fictionalOfficeHolders()) {
    const { id } = await nameOfficeHolder(ctx, { organisation, name, function: held, from: "2021-10-01" });
    holders.set(organisation, id);
  }
  for (const point of fictionalFocalPoints()) await addFocalPoint(ctx, point);
  for (const { from, to, kind } of fictionalRelations())
    await relateOrganisations(ctx, { from, to, kind: relationKind.parse(kind) });
  for (const { organisation, kind, name, territory, opened_on: openedOn } of fictionalServicePoints())
    await openServicePoint(ctx, {
      ...{ organisation, kind: servicePointKind.parse(kind), name, openedOn },
      territoryId: places.get(territory) ?? null,
    });
  return holders;
}
