// Registers a party: company, council, ministry, association… with its names in each language.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, defineAct, firstRow, rows, type Space, space } from "../kernel/index.ts";
import { territoryPath } from "../territory/index.ts";
import { organisationErrors } from "./errors.ts";
import {
  ice,
  nameKind,
  nameLanguage,
  organisationKey,
  organisationKind,
  organisationName,
  organisationReference,
  referenceFromName,
} from "./model.ts";
import {
  insertNames,
  insertOrganisation,
  type NameRow,
  organisationInSpace,
  requireTerritoryId,
} from "./store.ts";

const input = z.object({
  space,
  /** Made of the name when it is not given. */
  reference: organisationReference.optional(),
  kind: organisationKind,
  /** The present official name, as it is written in Latin letters (or the only one there is). */
  name: organisationName,
  nameAr: organisationName.nullish(),
  nameEn: organisationName.nullish(),
  ice: ice.nullish(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, "two letters of ISO 3166, for example MA")
    .default("MA"),
  territoryId: z.uuid().nullish(),
  /** The group, federation or ministry above. */
  parent: organisationKey.nullish(),
  otherNames: z
    .array(z.object({ name: organisationName, language: nameLanguage, kind: nameKind.exclude(["official"]) }))
    .default([]),
});

export const registerOrganisation = defineAct({
  name: "organisations.register",
  permission: "organisations.register",
  input,
  output: z.object({ id: z.uuid(), reference: organisationReference }),
  scope: "object",
  async run(ctx, given) {
    const territoryId = given.territoryId ?? null;
    ctx.authorise({ territoryPath: territoryId === null ? [] : await territoryPath(ctx.tx, territoryId) });
    await requireTerritoryId(ctx.tx, given.space, territoryId);
    const parent = given.parent ? await organisationInSpace(ctx.tx, given.space, given.parent) : null;
    await refuseTakenIce(ctx.tx, given.space, given.ice ?? null);
    const reference = given.reference ?? (await freeReference(ctx.tx, given.name));
    const row = {
      id: ctx.ids.next(),
      space: given.space,
      reference,
      kind: given.kind,
      name: given.name,
      name_ar: given.nameAr ?? null,
      name_en: given.nameEn ?? null,
      ice: given.ice ?? null,
      country: given.country,
      territory_id: territoryId,
      parent_id: parent?.id ?? null,
      recorded_at: ctx.clock.now(),
    };
    if (!(await insertOrganisation(ctx.tx, row))) throw organisationErrors.reference_taken({ reference });
    await insertNames(ctx.tx, row.id, namesOf(given));
    await ctx.journal({ object: { kind: "organisation", id: row.id }, after: given });
    await ctx.emit({ type: "organisations.registered", objectId: row.id, payload: { reference } });
    return { id: row.id, reference };
  },
});

function namesOf(given: z.output<typeof input>): NameRow[] {
  const official: NameRow[] = [{ name: given.name, language: "fr", kind: "official" }];
  if (given.nameAr) official.push({ name: given.nameAr, language: "ar", kind: "official" });
  if (given.nameEn) official.push({ name: given.nameEn, language: "en", kind: "official" });
  return [...official, ...given.otherNames];
}

async function refuseTakenIce(tx: Db, where: Space, number: string | null): Promise<void> {
  if (number === null) return;
  const holder = await firstRow(
    tx,
    sql<{
      reference: string;
    }>`select reference from organisations where space = ${where} and ice = ${number}`,
  );
  if (holder) throw organisationErrors.ice_taken({ ice: number, reference: holder.reference });
}

/** The reference made of the name, with a number after it when others have it. One at a time for each name. */
async function freeReference(tx: Db, name: string): Promise<string> {
  const base = referenceFromName(name);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`organisations ${base}`}, 0))`.execute(tx);
  const taken = await rows(
    tx,
    sql<{ reference: string }>`
      select reference from organisations where reference = ${base} or reference like ${`${base}-%`}`,
  );
  const known = new Set(taken.map((row) => row.reference));
  if (!known.has(base) && base !== "ORG") return base;
  let number = base === "ORG" ? 1 : 2;
  while (known.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
