// GET /partners: one page of the directory, each with its agreements, what it owes, and whether it is verified.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import {
  latestChecks,
  type OrganisationKind,
  organisationKind,
  searchPatterns,
  verificationOn,
  verificationState,
} from "../organisations/index.ts";

const listed = z.object({
  reference: z.string(),
  kind: organisationKind,
  name: z.string(),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  territoryId: z.uuid().nullable(),
  country: z.string(),
  verification: verificationState,
  /** The last day on which it holds; null unless it is verified. */
  verifiedUntil: z.string().nullable(),
  /** Agreements to which it is a party, and those of them in force. */
  agreements: z.int(),
  inForce: z.int(),
  owes: z.int(),
});

const sorts = ["name", "kind", "agreements", "owes"] as const;

const input = z.object({
  space,
  kind: organisationKind.optional(),
  /** The code of a region: the organisations that lie in it. */
  region: z.string().max(20).optional(),
  /** Words of any name that it has or had, or its reference. */
  text: z.string().max(200).optional(),
  sort: z.enum(sorts).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  limit: z.int().min(1).max(200).default(50),
  offset: z.int().min(0).default(0),
});

type Found = Omit<z.infer<typeof listed>, "verification" | "verifiedUntil"> & { readonly id: string };

export const listPartners = defineQuery({
  name: "partners.list",
  permission: "organisations.read",
  scope: "somewhere",
  input,
  output: z.object({ total: z.int(), partners: z.array(listed) }),
  async run(ctx, given) {
    const kept = keptBy(given);
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const found = await rows(
      ctx.tx,
      sql<Found>`
        with parties as (
          select p.organisation_id as id, count(distinct p.agreement_id) as agreements,
                 count(distinct p.agreement_id) filter (where a.state = 'in_force') as in_force
          from agreement_parties p join agreements a on a.id = p.agreement_id
          where a.space = ${given.space} group by 1
        ),
        owing as (
          select owed_by as id, count(*) as owes from commitments
          where space = ${given.space} and owed_by is not null and state <> 'withdrawn' group by 1
        )
        select o.id, o.reference, o.kind, o.name, o.name_ar as "nameAr", o.name_en as "nameEn",
               o.territory_id as "territoryId", o.country,
               coalesce(p.agreements, 0) as agreements, coalesce(p.in_force, 0) as "inForce",
               coalesce(w.owes, 0) as owes
        from (select o.* ${kept}) o
        left join parties p on p.id = o.id
        left join owing w on w.id = o.id
        order by ${orderOf(given)}
        limit ${given.limit} offset ${given.offset}`,
    );
    const day = dayOf(ctx.clock.now(), ctx.timeZone);
    const checks = await latestChecks(
      ctx.tx,
      found.map(({ id }) => id),
      day,
    );
    return {
      total,
      partners: found.map(({ id, ...one }) => {
        const { state, until } = verificationOn(one.kind, checks.get(id) ?? [], day);
        return { ...one, verification: state, verifiedUntil: until };
      }),
    };
  },
});

function keptBy(given: z.output<typeof input>): RawBuilder<unknown> {
  const patterns = searchPatterns(given.text ?? "");
  const kind: OrganisationKind | null = given.kind ?? null;
  const region = given.region ?? null;
  return sql`
    from organisations o
    where o.space = ${given.space} and (${kind}::text is null or o.kind = ${kind})
      and (${region}::text is null or o.territory_id in (
            with recursive inside (id) as (
              select id from territories where space = ${given.space} and kind = 'region' and code = ${region}
              union all
              select t.id from territories t join inside on t.parent_id = inside.id)
            select id from inside))
      and (cardinality(${patterns}::text[]) = 0 or o.reference = upper(${given.text ?? ""}) or exists (
            select 1 from organisation_names n
            where n.organisation_id = o.id and n.folded like all (${patterns}::text[])))`;
}

function orderOf({ sort, direction }: z.output<typeof input>): RawBuilder<unknown> {
  const way = sql.raw(direction);
  const columns = {
    name: sql`o.name ${way}`,
    kind: sql`o.kind ${way}, o.name`,
    agreements: sql`coalesce(p.agreements, 0) ${way}, o.name`,
    owes: sql`coalesce(w.owes, 0) ${way}, o.name`,
  };
  return sql`${columns[sort]}, o.reference`;
}
