// The ids behind the references and codes of a written grant, and how they are called.

import { sql } from "kysely";
import { agreementOf } from "../agreements/index.ts";
import { type Db, firstRow, isUuid, type RoleGrant } from "../kernel/index.ts";
import { organisationOf } from "../organisations/index.ts";
import { territoryErrors } from "../territory/index.ts";
import type { Place, WrittenGrant } from "./model.ts";

export interface FoundGrant extends RoleGrant {
  /** In the order organisation, territory, agreement; empty: everywhere. */
  readonly places: readonly Place[];
}

/** @throws `organisations.unknown`, `territory.unknown`, `agreements.unknown` */
export async function findPlaces(db: Db, grant: WrittenGrant): Promise<FoundGrant> {
  const organisation = grant.organisation ? await findOrganisation(db, grant.organisation) : undefined;
  const territory = grant.territory ? await findTerritory(db, grant.territory) : undefined;
  const agreement = grant.agreement ? await findAgreement(db, grant.agreement) : undefined;
  return {
    role: grant.role,
    ...(organisation && { organisation: organisation.id }),
    ...(territory && { territory: territory.id }),
    ...(agreement && { agreement: agreement.id }),
    places: [organisation, territory, agreement].flatMap((found) => (found ? [found.place] : [])),
  };
}

interface Found {
  readonly id: string;
  readonly place: Place;
}

async function findOrganisation(db: Db, key: string): Promise<Found> {
  const { id, reference, name, name_ar, name_en } = await organisationOf(db, key);
  return { id, place: { kind: "organisation", reference, name: { fr: name, ar: name_ar, en: name_en } } };
}

/** An agreement is called by its reference, in every language. */
async function findAgreement(db: Db, key: string): Promise<Found> {
  const { id, reference } = await agreementOf(db, key);
  return { id, place: { kind: "agreement", reference, name: { fr: reference, ar: null, en: null } } };
}

async function findTerritory(db: Db, key: string): Promise<Found> {
  const found = await firstRow(
    db,
    sql<{ id: string; code: string; fr: string; ar: string; en: string | null }>`
      select id, code, name_fr as fr, name_ar as ar, name_en as en from territories
      where id = ${isUuid(key) ? key : null}::uuid or code = ${key}
      order by array_position(array['nation', 'region', 'province', 'commune', 'abroad'], kind) limit 1`,
  );
  if (found === undefined) throw territoryErrors.unknown({ place: key, near: "none" });
  const { id, code, ...name } = found;
  return { id, place: { kind: "territory", reference: code, name } };
}
