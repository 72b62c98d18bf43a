// What waits, over all agreements that the actor may see: one question to the database.
import { sql } from "kysely";
import { z } from "zod";
import { dayOf, defineQuery, keyText, plainDate, rows, space } from "../kernel/index.ts";
import { causes, live } from "./causes.ts";
import { alarmKinds, placeToAct } from "./model.ts";

const party = z.object({ reference: z.string(), name: z.string() });

export const alarm = z.object({
  kind: z.enum(alarmKinds),
  agreement: z.string(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  territoryId: z.uuid().nullable(),
  /** The committee, the decision, what was to be done next; of a report its kind and period; the points of attestations. */
  subject: z.string().nullable(),
  /** Who is to act, where that was said. */
  owner: party.nullable(),
  /** The last day on which it was not late; of attestations the last day of the first, which may be to come. */
  dueOn: plainDate,
  /** 0 while the day is to come. */
  daysLate: z.int(),
  /** The address in the web application where one acts upon it. */
  place: z.string(),
});
export type Alarm = z.infer<typeof alarm>;

const sorts = ["dueOn", "kind", "agreement"] as const;

interface Row extends Omit<Alarm, "place"> {
  readonly meeting: string | null;
  readonly total: number;
  readonly counts: { readonly kind: Alarm["kind"]; readonly count: number }[];
}

/** The names of the columns stand alone: the page and what is read of it are in one order. */
function orderOf({ sort, direction }: { sort: (typeof sorts)[number]; direction: "asc" | "desc" }) {
  const way = sql.raw(direction);
  const first = { dueOn: sql`due_on ${way}`, kind: sql`kind ${way}`, agreement: sql`of_agreement ${way}` };
  return sql`${first[sort]}, due_on, kind, of_agreement, subject`;
}

/** The most late first, with how many there are of each kind. A page holds at most 200. */
export const alarms = defineQuery({
  name: "alarms.list",
  permission: "alarms.read",
  scope: "somewhere",
  input: z.object({
    space: space.default("real"),
    /** One agreement's alone. */
    agreement: z.string().max(40).optional(),
    kind: z.enum(alarmKinds).optional(),
    /** The code of a region: the agreements that lie in it. */
    region: keyText.optional(),
    sort: z.enum(sorts).default("dueOn"),
    direction: z.enum(["asc", "desc"]).default("asc"),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    total: z.int(),
    counts: z.array(z.object({ kind: z.enum(alarmKinds), count: z.int() })),
    alarms: z.array(alarm),
  }),
  async run(ctx, given) {
    const today = dayOf(ctx.clock.now(), ctx.timeZone);
    const { space: where, agreement = null } = given;
    const asked = { today, timeZone: ctx.timeZone, space: where, agreement };
    const found = await rows(
      ctx.tx,
      sql<Row>`
        with live as materialized (${live(where, agreement, given.region ?? null)}),
        found as (
          ${sql.join(
            Object.values(causes).map((cause) => cause(asked)),
            sql` union all `,
          )}
        ),
        due as materialized (
          select f.*, l.reference as of_agreement from found f join live l on l.id = f.agreement_id
        ),
        counted as (select kind, count(*)::integer as count from due group by kind),
        page as (
          select * from due where ${given.kind ?? null}::text is null or kind = ${given.kind ?? null}
          order by ${orderOf(given)} limit ${given.limit} offset ${given.offset}
        )
        select p.kind, a.reference as agreement, a.title, a.title_ar as "titleAr",
               a.title_en as "titleEn", a.territory_id as "territoryId", p.subject, p.meeting, p.due_on as "dueOn",
               greatest(${today}::date - p.due_on, 0) as "daysLate",
               case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end as owner,
               told.counts, told.total
        from (select coalesce(json_agg(json_build_object('kind', kind, 'count', count) order by kind), '[]') as counts,
                     coalesce(sum(count) filter (where ${given.kind ?? null}::text is null
                                                   or kind = ${given.kind ?? null}), 0)::integer as total
              from counted) told
        left join (page p join live a on a.id = p.agreement_id
                   left join organisations o on o.id = p.owner_id) on true
        order by ${orderOf(given)}`,
    );
    return {
      total: found[0]?.total ?? 0,
      counts: found[0]?.counts ?? [],
      // a page behind the last one has one row, which holds the counts alone
      alarms: found
        .filter((row) => row.kind !== null)
        .map(({ meeting, total: _, counts: __, ...row }) => ({
          ...row,
          place: placeToAct(row.kind, { agreement: row.agreement, meeting, owner: row.owner?.reference }),
        })),
    };
  },
});
