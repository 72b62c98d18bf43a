// GET /organisations/:organisation: one organisation with its names, relations, people in office and places.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, dayOf, defineQuery, firstRow, rows } from "../kernel/index.ts";
import { organisationSummary } from "./list-organisations.ts";
import { nameKind, nameLanguage, organisationKey, relationKind, servicePointKind } from "./model.ts";
import { organisationOf, organisationScope } from "./store.ts";
import { partnerVerification, verificationOf } from "./verification.ts";

const name = z.object({
  name: z.string(),
  language: nameLanguage,
  kind: nameKind,
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const relation = z.object({
  kind: relationKind,
  /** `to`: this organisation is the client, member…; `from`: the other one is. */
  direction: z.enum(["to", "from"]),
  reference: z.string(),
  name: z.string(),
});
const officeHolder = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  function: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});
const servicePoint = z.object({
  id: z.uuid(),
  kind: servicePointKind,
  name: z.string(),
  territoryId: z.uuid().nullable(),
  place: z.object({ fr: z.string(), ar: z.string(), en: z.string().nullable() }).nullable(),
  founder: z.string().nullable(),
  programme: z.string().nullable(),
  openedOn: z.string().nullable(),
});

export const getOrganisation = defineQuery({
  name: "organisations.get",
  permission: "organisations.read",
  input: z.object({ organisation: organisationKey }),
  output: organisationSummary.extend({
    parent: z.object({ reference: z.string(), name: z.string() }).nullable(),
    names: z.array(name),
    relations: z.array(relation),
    officeHolders: z.array(officeHolder),
    servicePoints: z.array(servicePoint),
    verification: partnerVerification,
  }),
  scope: "object",
  async run(ctx, input) {
    const row = await organisationOf(ctx.tx, input.organisation);
    ctx.authorise(await organisationScope(ctx.tx, row));
    const { id, space, reference, kind, ice, country } = row;
    return {
      ...{
        id,
        space,
        reference,
        kind,
        ice,
        country,
        name: row.name,
        nameAr: row.name_ar,
        nameEn: row.name_en,
      },
      territoryId: row.territory_id,
      arReviewed: await arReviewed(ctx.tx, id),
      parent: row.parent_id === null ? null : await parentOf(ctx.tx, row.parent_id),
      names: await namesOf(ctx.tx, id),
      relations: await relationsOf(ctx.tx, id),
      officeHolders: await officeHoldersOf(ctx.tx, id),
      servicePoints: await servicePointsOf(ctx.tx, id),
      verification: await verificationOf(ctx.tx, row, dayOf(ctx.clock.now(), ctx.timeZone)),
    };
  },
});

async function arReviewed(db: Db, id: string): Promise<boolean> {
  const query = sql<{ reviewed: boolean }>`
    select not translation_waits('organisation', id::text, 'name', name_ar) as reviewed
    from organisations where id = ${id}`;
  return (await firstRow(db, query))?.reviewed ?? true;
}

async function parentOf(db: Db, id: string) {
  const query = sql<{
    reference: string;
    name: string;
  }>`select reference, name from organisations where id = ${id}`;
  return (await firstRow(db, query)) ?? null;
}

const namesOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof name>>`
      select name, language, kind, valid_from as "from", valid_to as "to" from organisation_names
      where organisation_id = ${id}
      order by array_position(array['official', 'acronym', 'alias', 'former'], kind), language, valid_from, name`,
  );

const relationsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof relation>>`
      select r.kind, case when r.from_id = ${id} then 'to' else 'from' end as direction, o.reference, o.name
      from organisation_relations r
      join organisations o on o.id = case when r.from_id = ${id} then r.to_id else r.from_id end
      where r.from_id = ${id} or r.to_id = ${id}
      order by r.kind, direction, o.name`,
  );

const officeHoldersOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof officeHolder>>`
      select id, name, function, held_from as "from", held_to as "to" from office_holders
      where organisation_id = ${id}
      order by held_from nulls last, function, name`,
  );

const servicePointsOf = (db: Db, id: string) =>
  rows(
    db,
    sql<z.infer<typeof servicePoint>>`
      select s.id, s.kind, s.name, s.territory_id as "territoryId", f.reference as founder, s.programme,
             s.opened_on as "openedOn",
             case when t.id is not null then json_build_object('fr', t.name_fr, 'ar', t.name_ar, 'en', t.name_en) end
               as place
      from service_points s left join organisations f on f.id = s.founder_id
      left join territories t on t.id = s.territory_id
      where s.organisation_id = ${id}
      order by s.kind, s.name`,
  );
