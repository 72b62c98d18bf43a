// The ids behind the references and codes of a written grant, and how they are called.

import { sql } from "kysely";
import { agreementOf } from "../agreements/index.ts";
import { type Db, firstRow, isUuid, type RoleGrant } from "../kernel/index.ts";
import { organisationOf } from "../organisations/index.ts";
import { territoryErrors } from "../territory/index.ts";
import type { WrittenGrant } from "./model.ts";

export interface FoundGrant extends RoleGrant {
  /** The names of the places, in the order organisation, territory, agreement; empty: everywhere. */
  readonly names: readonly string[];
}

/** @throws `organisations.unknown`, `territory.unknown`, `agreements.unknown` */
export async function findPlaces(db: Db, grant: WrittenGrant): Promise<FoundGrant> {
  const organisation = grant.organisation ? await organisationOf(db, grant.organisation) : undefined;
  const territory = grant.territory ? await territoryOf(db, grant.territory) : undefined;
  const agreement = grant.agreement ? await agreementOf(db, grant.agreement) : undefined;
  const names = [organisation?.name, territory?.name, agreement?.reference];
  return {
    role: grant.role,
    ...(organisation && { organisation: organisation.id }),
    ...(territory && { territory: territory.id }),
    ...(agreement && { agreement: agreement.id }),
    names: names.filter((name) => name !== undefined),
  };
}

async function territoryOf(db: Db, key: string): Promise<{ id: string; name: string }> {
  const found = await firstRow(
    db,
    sql<{ id: string; name: string }>`
      select id, name_fr as name from territories
      where id = ${isUuid(key) ? key : null}::uuid or code = ${key}
      order by array_position(array['nation', 'region', 'province', 'commune', 'abroad'], kind) limit 1`,
  );
  if (found === undefined) throw territoryErrors.unknown({ place: key, near: "none" });
  return found;
}
