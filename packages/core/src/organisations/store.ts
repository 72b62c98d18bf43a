// Writes to the tables of organisations, and the rows that acts read before they write.

import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, firstRow, isUuid, rows, type Scope, type Space } from "../kernel/index.ts";
import { territoryPath } from "../territory/index.ts";
import { organisationErrors } from "./errors.ts";
import type { NameLanguage, OrganisationKind } from "./model.ts";

export interface OrganisationRow {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly name_ar: string | null;
  readonly name_en: string | null;
  readonly ice: string | null;
  readonly country: string;
  readonly territory_id: string | null;
  readonly parent_id: string | null;
}

const organisationColumns = sql.raw(
  "id, space, reference, kind, name, name_ar, name_en, ice, country, territory_id, parent_id",
);

/** The organisation under a reference or an id. @throws `organisations.unknown` */
export async function organisationOf(db: Db, key: string): Promise<OrganisationRow> {
  const found = await firstRow(
    db,
    isUuid(key)
      ? sql<OrganisationRow>`select ${organisationColumns} from organisations where id = ${key}`
      : sql<OrganisationRow>`select ${organisationColumns} from organisations where reference = ${key}`,
  );
  if (found === undefined) throw organisationErrors.unknown({ organisation: key });
  return found;
}

/** As `organisationOf`, in one space. @throws `organisations.other_space`: real and simulated never mix. */
export async function organisationInSpace(db: Db, space: Space, key: string): Promise<OrganisationRow> {
  const found = await organisationOf(db, key);
  if (found.space !== space)
    throw organisationErrors.other_space({
      organisation: found.reference,
      space: found.space,
      wanted: space,
    });
  return found;
}

/** @throws `organisations.territory_unknown` when the space has no such territory. */
export async function requireTerritoryId(db: Db, space: Space, id: string | null): Promise<void> {
  if (id === null) return;
  const found = await firstRow(db, sql`select 1 from territories where id = ${id} and space = ${space}`);
  if (found === undefined) throw organisationErrors.territory_unknown({ territory: id, space });
}

/** Where an organisation lies, for a permission that holds only there. */
export async function organisationScope(
  db: Db,
  organisation: Pick<OrganisationRow, "id" | "territory_id">,
): Promise<Scope> {
  return {
    organisations: [organisation.id],
    territoryPath:
      organisation.territory_id === null ? [] : await territoryPath(db, organisation.territory_id),
  };
}

/** Writes the organisation; false when its reference or its ICE is already another's. */
export async function insertOrganisation(
  tx: Db,
  row: OrganisationRow & { recorded_at: Date },
): Promise<boolean> {
  const written = await rows(
    tx,
    sql`
      insert into organisations (id, space, reference, kind, name, name_ar, name_en, ice, country, territory_id,
                                 parent_id, recorded_at)
      values (${row.id}, ${row.space}, ${row.reference}, ${row.kind}, ${row.name}, ${row.name_ar}, ${row.name_en},
              ${row.ice}, ${row.country}, ${row.territory_id}, ${row.parent_id}, ${row.recorded_at})
      on conflict do nothing
      returning id`,
  );
  return written.length === 1;
}

export interface NameRow {
  readonly name: string;
  readonly language: NameLanguage;
  readonly kind: "official" | "alias" | "acronym" | "former";
  readonly from?: string | null;
  readonly to?: string | null;
}

/** Writes names of one organisation; a name that it has already stays as it is. Returns how many are new. */
export async function insertNames(
  tx: Db,
  organisationId: string,
  names: readonly NameRow[],
): Promise<number> {
  const written = await rows(
    tx,
    sql`
      insert into organisation_names (organisation_id, name, folded, language, kind, valid_from, valid_to)
      select ${organisationId}, n.name, n.folded, n.language, n.kind, n.valid_from, n.valid_to
      from unnest(${names.map((n) => n.name)}::text[], ${names.map((n) => foldName(n.name))}::text[],
                  ${names.map((n) => n.language)}::text[], ${names.map((n) => n.kind)}::text[],
                  ${names.map((n) => n.from ?? null)}::date[], ${names.map((n) => n.to ?? null)}::date[])
           as n (name, folded, language, kind, valid_from, valid_to)
      on conflict do nothing
      returning name`,
  );
  return written.length;
}

const nameColumn = { fr: sql.ref("name"), ar: sql.ref("name_ar"), en: sql.ref("name_en") } as const;

/** The name that the organisation bears from now on, in one language. */
export async function setPresentName(
  tx: Db,
  id: string,
  language: NameLanguage,
  name: string,
): Promise<void> {
  await sql`update organisations set ${nameColumn[language]} = ${name} where id = ${id}`.execute(tx);
}

/** Makes room for the right official name of a language: the one there, if it is another, was never official. */
export async function replaceOfficialName(
  tx: Db,
  organisationId: string,
  language: NameLanguage,
  name: string,
): Promise<void> {
  await sql`
    update organisation_names set kind = 'alias'
    where organisation_id = ${organisationId} and language = ${language} and kind = 'official' and name <> ${name}`.execute(
    tx,
  );
  await sql`
    update organisation_names set kind = 'official'
    where organisation_id = ${organisationId} and language = ${language} and kind = 'alias' and name = ${name}
      and valid_from is null`.execute(tx);
}

/** Ends the official name of a language on a day (its last day); it becomes a former one. */
export async function endOfficialName(
  tx: Db,
  organisationId: string,
  language: NameLanguage,
  lastDay: string,
): Promise<void> {
  await sql`
    update organisation_names set kind = 'former', valid_to = ${lastDay}
    where organisation_id = ${organisationId} and language = ${language} and kind = 'official'`.execute(tx);
}
