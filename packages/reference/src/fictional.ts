import { dataFile, once, orNull, readTable } from "./table.ts";

/** A place of the fictional region, each after its parent; `abroad` stands beside the tree. */
export interface FictionalPlace {
  readonly code: string;
  readonly kind: string;
  readonly type: string | null;
  readonly parent: string | null;
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

export const fictionalPlaces = once(() =>
  readTable("fictional/territory.csv", [
    "code",
    "kind",
    "type",
    "parent",
    "name_fr",
    "name_ar",
    "name_en",
  ]).map(
    ({ code, kind, type, parent, name_fr, name_ar, name_en }): FictionalPlace => ({
      ...{ code, kind, type: orNull(type), parent: orNull(parent) },
      ...{ fr: name_fr, ar: name_ar, en: name_en },
    }),
  ),
);

export interface FictionalOrganisation {
  readonly reference: string;
  readonly kind: string;
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
  readonly territory: string;
  readonly parent: string | null;
  readonly country: string;
}

export const fictionalOrganisations = once(() =>
  readTable("fictional/organisations.csv", [
    "reference",
    "kind",
    "name_fr",
    "name_ar",
    "name_en",
    "territory",
    "parent",
    "country",
  ]).map(
    ({ reference, kind, name_fr, name_ar, name_en, territory, parent, country }): FictionalOrganisation => ({
      ...{ reference, kind, territory, parent: orNull(parent), country },
      ...{ fr: name_fr, ar: name_ar, en: name_en },
    }),
  ),
);

/** Invented office-holders, one an organisation: who signs for it. */
export const fictionalOfficeHolders = once(() =>
  readTable("fictional/office_holders.csv", ["organisation", "name", "function"]),
);
/** Focal points by function; a mail address that no network answers to. */
export const fictionalFocalPoints = once(() =>
  readTable("fictional/focal_points.csv", ["organisation", "function", "mail"]),
);
export const fictionalRelations = once(() => readTable("fictional/relations.csv", ["from", "to", "kind"]));
export const fictionalServicePoints = once(() =>
  readTable("fictional/service_points.csv", ["organisation", "kind", "name", "territory", "opened_on"]),
);

/** The invented census of 2024, by code of nation, region and province. */
export const fictionalLabour = once(() =>
  readTable("fictional/labour.csv", ["code", "active", "employed"]).map(({ code, active, employed }) => ({
    ...{ code, active: Number(active), employed: Number(employed) },
  })),
);

/** A drawing of the region as equal hexagons: neither area nor shape, so that it is never taken for a map. */
export const fictionalSchematic = () => dataFile("fictional/schematic.topojson");
