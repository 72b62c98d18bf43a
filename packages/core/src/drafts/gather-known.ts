// Reads what the register knows of a draft: bodies by their names, places, events that share a party or a figure.
import { foldName } from "@iltizam/reference";
import { sql } from "kysely";
import { type Context, type Db, dbOf, onlyRow, type PartialDate, rows, type Space } from "../kernel/index.ts";
import { bodiesIn } from "./bodies.ts";
import type { Draft } from "./draft-format.ts";
import { gatherEvents } from "./gather-events.ts";
import { gatherPlaces, placeWords } from "./gather-places.ts";
import {
  type Known,
  type KnownAgreement,
  type KnownOrganisation,
  type LexiconBody,
  nothingKnown,
} from "./known.ts";
import { suggestReview } from "./suggest.ts";
import { searchedNames } from "./suggest-organisations.ts";

/** What the draft may be about, as it stands in the register now. */
export async function gatherKnown(
  ctx: Context,
  draft: Draft,
  from: { readonly space: Space; readonly publishedOn: PartialDate | null },
): Promise<Known> {
  const db = dbOf(ctx);
  const { space, publishedOn } = from;
  const lexicon = lexiconOf(ctx, draft);
  const places = await gatherPlaces(db, space, placeWords(draft));
  const seats = [...places.values()].map(({ scheme, code }) => `${scheme}:${code}`);
  const named = await organisationsNamed(db, space, { names: searchedNames(draft, { lexicon }), seats });
  const events = await gatherEvents(
    db,
    space,
    draft,
    named.map(({ reference }) => reference),
  );
  const organisations = await withThose(
    db,
    space,
    named,
    events.flatMap((event) => event.organisations),
  );
  const agreements = await agreementsNamed(
    db,
    space,
    draft,
    events.flatMap((event) => event.agreements),
  );
  const country = await countryOf(db, space);
  const known: Known = {
    ...nothingKnown,
    space,
    country,
    publishedOn,
    lexicon,
    places,
    organisations,
    events,
    agreements,
  };
  return { ...known, taken: await takenReferences(db, draft, known) };
}

function lexiconOf({ reader }: Context, draft: Draft): Map<string, LexiconBody> {
  return new Map(
    bodiesIn(draft).flatMap(({ words }) => {
      const body = reader?.bodyNamed(words) ?? null;
      return body === null ? [] : [[words, body] as const];
    }),
  );
}

async function countryOf(db: Db, space: Space): Promise<string> {
  const query = sql<{ code: string | null }>`
    select (select code from territories where space = ${space} and kind = 'nation' limit 1) as code`;
  const { code } = await onlyRow(db, query);
  return code !== null && /^[A-Z]{2}$/.test(code) ? code : nothingKnown.country;
}

const organisationColumns = sql.raw(`
  o.reference, o.kind, o.name, o.country,
  array(select n.folded from organisation_names n where n.organisation_id = o.id) as folded,
  case when t.id is not null then json_build_object('scheme', t.scheme, 'code', t.code) end as territory`);

/** Those who bear one of the names, the councils of the places, and the ministries. */
function organisationsNamed(
  db: Db,
  space: Space,
  { names, seats }: { readonly names: readonly string[]; readonly seats: readonly string[] },
): Promise<KnownOrganisation[]> {
  return rows(
    db,
    sql<KnownOrganisation>`
      select ${organisationColumns} from organisations o left join territories t on t.id = o.territory_id
      where o.space = ${space}
        and (o.id in (select n.organisation_id from organisation_names n where n.folded = any(${names}::text[]))
             or o.kind = 'ministry'
             or (o.kind like '%\\_council' and t.scheme || ':' || t.code = any(${seats}::text[])))
      order by o.reference`,
  );
}

async function withThose(
  db: Db,
  space: Space,
  named: readonly KnownOrganisation[],
  references: readonly string[],
): Promise<KnownOrganisation[]> {
  const missing = references.filter((reference) => !named.some((one) => one.reference === reference));
  if (missing.length === 0) return [...named];
  const others = await rows(
    db,
    sql<KnownOrganisation>`
      select ${organisationColumns} from organisations o left join territories t on t.id = o.territory_id
      where o.space = ${space} and o.reference = any(${missing}::text[]) order by o.reference`,
  );
  return [...named, ...others];
}

/** The agreements of these references, and those whose title the draft names. */
function agreementsNamed(
  db: Db,
  space: Space,
  draft: Draft,
  references: readonly string[],
): Promise<KnownAgreement[]> {
  const names = [
    ...draft.frameworks.map(({ name }) => name?.value ?? ""),
    ...draft.instruments.map(({ object }) => object?.value ?? ""),
  ];
  const folded = names
    .map((name) => foldName(name.replace(/\s*\([^()]*\)\s*$/u, "")))
    .filter((name) => name.length >= 5)
    .map((name) => `%${name}%`);
  return rows(
    db,
    sql<KnownAgreement>`
      select a.reference, a.kind, a.type, a.title, a.state, a.stands_for as "standsFor", a.purpose,
             (select p.reference from agreement_parents l join agreements p on p.id = l.parent_id
              where l.agreement_id = a.id and upper_inf(l.known)) as parent,
             case when t.id is not null then json_build_object('scheme', t.scheme, 'code', t.code) end as territory,
             array(select o.reference from agreement_parties p join organisations o on o.id = p.organisation_id
                   where p.agreement_id = a.id order by o.reference) as parties,
             (select coalesce(max(c.number), 0)::int from commitments c where c.agreement_id = a.id) as commitments,
             (select coalesce(max(c.number), 0)::int from contributions c where c.agreement_id = a.id) as contributions
      from agreements a left join territories t on t.id = a.territory_id
      where a.space = ${space}
        and (a.reference = any(${references}::text[]) or a.folded like any(${folded}::text[]))
      order by a.reference`,
  );
}

/** Of the references that the rules would give, those that somebody has; and all that begin like them. */
async function takenReferences(db: Db, draft: Draft, known: Known): Promise<Set<string>> {
  const { bases } = suggestReview(draft, known, null);
  const begins = [...bases].map((base) => `${base}%`);
  const found = await rows(
    db,
    sql<{ reference: string }>`
      select reference from agreements where reference like any(${begins}::text[])
      union select reference from events where reference like any(${begins}::text[])
      union select reference from organisations where reference like any(${begins}::text[])`,
  );
  return new Set(found.map(({ reference }) => reference));
}
