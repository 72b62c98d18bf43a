// Readings of organisations for screens, imports and the folders above.

import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Db, firstRow, isUuid, onlyRow, rows, type Space } from "../kernel/index.ts";
import { organisationErrors } from "./errors.ts";
import { type OrganisationKind, searchPatterns } from "./model.ts";
import { organisationOf } from "./store.ts";

export interface OrganisationSummary {
  readonly id: string;
  readonly space: Space;
  readonly reference: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameAr: string | null;
  readonly nameEn: string | null;
  readonly ice: string | null;
  readonly country: string;
  readonly territoryId: string | null;
  /** False while the Arabic name waits for a reader. */
  readonly arReviewed: boolean;
}

const summary =
  sql.raw(`o.id, o.space, o.reference, o.kind, o.name, o.name_ar as "nameAr", o.name_en as "nameEn", o.ice,
  o.country, o.territory_id as "territoryId",
  not translation_waits('organisation', o.id::text, 'name', o.name_ar) as "arReviewed"`);

/**
 * The organisations that a text or a spreadsheet may mean by these words: the reference, the ICE, or any name that it
 * has or had, without regard to case, accents and Arabic spelling. None, one, or several to choose from.
 */
export function findOrganisation(db: Db, space: Space, words: string): Promise<OrganisationSummary[]> {
  const folded = foldName(words);
  return rows(
    db,
    sql<OrganisationSummary>`
      select ${summary} from organisations o
      where o.space = ${space}
        and (o.reference = ${words} or o.ice = ${words.replace(/\s/gu, "")}
             or (${folded} <> '' and o.id in (select organisation_id from organisation_names where folded = ${folded})))
      order by o.reference = ${words} desc, o.name, o.id`,
  );
}

/**
 * The one organisation that the words mean.
 * @throws `organisations.unknown`, or `organisations.ambiguous` with the references to choose from.
 */
export async function resolveOrganisation(db: Db, space: Space, words: string): Promise<OrganisationSummary> {
  const found = await findOrganisation(db, space, words);
  const [first] = found;
  if (first === undefined) throw organisationErrors.unknown({ organisation: words });
  if (found.length === 1 || first.reference === words) return first;
  throw organisationErrors.ambiguous({ organisation: words, references: found.map((one) => one.reference) });
}

export interface OrganisationFilter {
  readonly space: Space;
  readonly text?: string | undefined;
  readonly kind?: OrganisationKind | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** One page of organisations by name, and how many there are. Each word of `text` must stand in one of the names. */
export async function organisationPage(
  db: Db,
  filter: OrganisationFilter,
): Promise<{ total: number; organisations: OrganisationSummary[] }> {
  const patterns = searchPatterns(filter.text ?? "");
  const kept = sql`
    from organisations o
    where o.space = ${filter.space}
      and (${filter.kind ?? null}::text is null or o.kind = ${filter.kind ?? null})
      and (cardinality(${patterns}::text[]) = 0 or o.reference = upper(${filter.text ?? ""}) or exists (
            select 1 from organisation_names n
            where n.organisation_id = o.id and n.folded like all (${patterns}::text[])))`;
  const { total } = await onlyRow(db, sql<{ total: number }>`select count(*) as total ${kept}`);
  const organisations = await rows(
    db,
    sql<OrganisationSummary>`
      select ${summary} ${kept} order by o.name, o.id limit ${filter.limit} offset ${filter.offset}`,
  );
  return { total, organisations };
}

/** The name that the organisation bore on a day in one language; its present name where the periods are silent. */
export async function nameOn(
  db: Db,
  key: string,
  language: "fr" | "ar" | "en",
  day: string,
): Promise<string> {
  const organisation = await organisationOf(db, key);
  const found = await firstRow(
    db,
    sql<{ name: string }>`
      select name from organisation_names
      where organisation_id = ${organisation.id} and language = ${language} and kind in ('official', 'former')
        and coalesce(valid_from <= ${day}, kind = 'official' or valid_to is not null)
        and coalesce(valid_to >= ${day}, kind = 'official' or valid_from is not null)
      order by valid_from desc nulls last
      limit 1`,
  );
  const present = { fr: organisation.name, ar: organisation.name_ar, en: organisation.name_en }[language];
  return found?.name ?? present ?? organisation.name;
}

export interface OfficeHolderRow {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string | null;
  readonly function: string;
}

/** Office-holders under their ids; an id that nobody has gives nothing. */
export function officeHolders(db: Db, ids: readonly string[]): Promise<OfficeHolderRow[]> {
  return rows(
    db,
    sql<OfficeHolderRow>`
      select id, organisation_id as "organisationId", name, function from office_holders
      where id = any(${ids}::uuid[])`,
  );
}

/** @throws `organisations.office_holder_unknown` unless the person holds the office in this space. */
export async function requireOfficeHolder(db: Db, space: Space, id: string): Promise<OfficeHolderRow> {
  const found = isUuid(id)
    ? await firstRow(
        db,
        sql<OfficeHolderRow>`
          select id, organisation_id as "organisationId", name, function from office_holders
          where id = ${id} and space = ${space}`,
      )
    : undefined;
  if (found === undefined) throw organisationErrors.office_holder_unknown({ id, space });
  return found;
}
