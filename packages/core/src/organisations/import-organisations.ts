// Imports a spreadsheet of organisations: new ones are registered, known ones completed where the record is silent.

import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type ActContext, defineAct, isUuid, type Space } from "../kernel/index.ts";
import {
  fieldsThatDiffer,
  type ImportSheet,
  importEach,
  importInput,
  importOutcome,
  inCell,
  outcomeOf,
  type RowOf,
  type RowResult,
  refuseCell,
  refuseOtherwise,
} from "../sheets/index.ts";
import { type Places, readPlaces, requirePlace } from "../territory/index.ts";
import { organisationErrors } from "./errors.ts";
import { ice, organisationKind, organisationReference } from "./model.ts";
import { type PartyIndex, readPartyIndex } from "./party-index.ts";
import { findOrganisation, type OrganisationSummary } from "./queries.ts";
import { registerOrganisation } from "./register-organisation.ts";
import { organisationsSheet } from "./sheet.ts";
import { insertNames, type NameRow, organisationScope } from "./store.ts";

type Row = RowOf<typeof organisationsSheet.columns>;
interface Known {
  readonly space: Space;
  readonly places: Places;
  readonly parties: PartyIndex;
}

export const importOrganisations = defineAct({
  name: "organisations.import",
  permission: "organisations.register",
  scope: "object",
  input: importInput<typeof organisationsSheet.columns>(),
  output: importOutcome,
  async run(ctx, given) {
    const { space } = given;
    const known = {
      space,
      places: await readPlaces(ctx.tx, space),
      parties: await readPartyIndex(ctx.tx, space),
    };
    return importEach(ctx, "organisations", given, (row) => recordRow(ctx, known, row));
  },
});

async function recordRow(ctx: ActContext, known: Known, row: Row): Promise<RowResult> {
  const told = await readTold(known, row);
  const before = await findRecorded(ctx, known, row, told.ice);
  if (before !== undefined) return complete(ctx, known, before, row, told);
  const { id, reference } = await registerOrganisation(ctx, {
    space: known.space,
    reference: row.reference ?? undefined,
    kind: organisationKind.parse(row.kind),
    name: row.name,
    nameAr: row.name_ar,
    nameEn: row.name_en,
    ice: told.ice,
    country: row.country?.toUpperCase() ?? "MA",
    territoryId: told.territoryId,
    parent: told.parentId,
    otherNames: otherNames(row),
  });
  known.parties.add({ id, reference, name: row.name }, names(row));
  return { change: "new", object: reference, fields: fieldsThatDiffer({}, shown(row)) };
}

const names = (row: Row) =>
  [row.name_ar, row.name_en, ...(row.other_names ?? [])].filter((name) => name !== null);

function shown({ other_names, ...row }: Row) {
  return { ...row, other_names: other_names?.join(" | ") ?? null };
}

function otherNames(row: Row): (NameRow & { kind: "alias" | "acronym" })[] {
  return (row.other_names ?? []).map((name) => ({
    name,
    language: /\p{Script=Arabic}/u.test(name) ? "ar" : "fr",
    kind: /^[A-Z0-9]{2,12}$/.test(name) ? "acronym" : "alias",
  }));
}

async function readTold(known: Known, row: Row) {
  const reference = organisationReference.safeParse(row.reference ?? "OK");
  if (!reference.success) refuseCell("reference", row.reference, organisationErrors.reference_unreadable());
  const number = ice.nullable().safeParse(row.ice);
  if (!number.success) refuseCell("ice", row.ice, organisationErrors.ice_unreadable());
  if (row.country !== null && !/^[A-Za-z]{2}$/.test(row.country)) {
    refuseCell("country", row.country, organisationErrors.country_unreadable());
  }
  const { place, parent } = row;
  const territoryId =
    place === null ? null : await inCell("place", place, () => requirePlace(known.places, place).id);
  const parentId =
    parent === null ? null : await inCell("parent", parent, () => known.parties.require(parent).id);
  return { ice: number.data, territoryId, parentId };
}

/** The organisation that the row means: by its reference, its ICE, or, without a reference, its name. */
async function findRecorded(
  ctx: ActContext,
  known: Known,
  row: Row,
  number: string | null,
): Promise<OrganisationSummary | undefined> {
  const key = row.reference ?? number;
  const keyed = key === null ? [] : await findOrganisation(ctx.tx, known.space, key);
  const exact = keyed.find(
    (one) => one.reference === row.reference || (number !== null && one.ice === number),
  );
  if (exact !== undefined || row.reference !== null) return exact;
  const named = await findOrganisation(ctx.tx, known.space, row.name);
  if (named.length > 1) {
    const references = named.map(({ reference }) => reference);
    refuseCell("name", row.name, organisationErrors.ambiguous({ organisation: row.name, references }));
  }
  return named[0];
}

/** Fills in what the record does not say yet. Another name, kind or number than the recorded one is refused. */
async function complete(
  ctx: ActContext,
  known: Known,
  before: OrganisationSummary,
  row: Row,
  told: Awaited<ReturnType<typeof readTold>>,
): Promise<RowResult> {
  ctx.authorise(await organisationScope(ctx.tx, { id: before.id, territory_id: before.territoryId }));
  refuseChanged(before, row, told);
  const recorded = {
    name_ar: before.nameAr,
    name_en: before.nameEn,
    ice: before.ice,
    territory_id: before.territoryId,
    parent_id: await parentOf(ctx, before.id),
  };
  const { name_ar, name_en } = row;
  const wanted = {
    name_ar,
    name_en,
    ice: told.ice,
    territory_id: told.territoryId,
    parent_id: told.parentId,
  };
  if (wanted.parent_id !== null && recorded.parent_id !== null && wanted.parent_id !== recorded.parent_id) {
    refuseOtherwise("parent", row.parent ?? "", recorded.parent_id);
  }
  const fields = fieldsThatDiffer(recorded, wanted);
  const official = (["ar", "en"] as const).flatMap((language): NameRow[] => {
    const name = fields[`name_${language}`]?.after;
    return name === undefined || name === null ? [] : [{ name, language, kind: "official" }];
  });
  const added = await insertNames(ctx.tx, before.id, [...official, ...newNames(before, row)]);
  if (Object.keys(fields).length + added === 0) return { change: "unchanged", object: before.reference };
  await fillIn(ctx, before.id, wanted);
  known.parties.add(before, names(row));
  const after = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value.after]));
  await ctx.journal({
    object: { kind: "organisation", id: before.id },
    before: recorded,
    after: { ...after, added },
  });
  return { change: "changed", object: before.reference, fields };
}

function newNames(before: OrganisationSummary, row: Row): NameRow[] {
  const official = new Set([before.name, before.nameAr, before.nameEn]);
  return otherNames(row).filter(({ name }) => !official.has(name));
}

function refuseChanged(
  before: OrganisationSummary,
  row: Row,
  told: { ice: string | null; territoryId: string | null },
): void {
  const sameName = foldName(before.name) === foldName(row.name) || row.reference === null;
  if (!sameName) refuseOtherwise("name", row.name, before.name);
  if (before.kind !== row.kind) refuseOtherwise("kind", row.kind, before.kind);
  const kept = [
    ["ice", told.ice, before.ice],
    ["name_ar", row.name_ar, before.nameAr],
    ["name_en", row.name_en, before.nameEn],
    ["place", told.territoryId, before.territoryId],
  ] as const;
  for (const [column, wanted, recorded] of kept) {
    if (wanted !== null && recorded !== null && foldName(wanted) !== foldName(recorded)) {
      refuseOtherwise(column, isUuid(wanted) ? (row.place ?? wanted) : wanted, recorded);
    }
  }
}

async function parentOf(ctx: ActContext, id: string): Promise<string | null> {
  const { rows: found } = await sql<{ parent_id: string | null }>`
    select parent_id from organisations where id = ${id}`.execute(ctx.tx);
  return found[0]?.parent_id ?? null;
}

async function fillIn(
  ctx: ActContext,
  id: string,
  wanted: Readonly<Record<"name_ar" | "name_en" | "ice" | "territory_id" | "parent_id", string | null>>,
): Promise<void> {
  await sql`
    update organisations
    set name_ar = coalesce(name_ar, ${wanted.name_ar}), name_en = coalesce(name_en, ${wanted.name_en}),
        ice = coalesce(ice, ${wanted.ice}), territory_id = coalesce(territory_id, ${wanted.territory_id}::uuid),
        parent_id = coalesce(parent_id, ${wanted.parent_id}::uuid)
    where id = ${id}`.execute(ctx.tx);
}

export const importSheets: readonly ImportSheet[] = [
  { sheet: organisationsSheet, run: (ctx, input) => outcomeOf(importOrganisations(ctx, input)) },
];
