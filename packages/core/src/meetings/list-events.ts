// GET /events: one page of events with what came of each, the latest first; an undated one stands after the dated.
import { foldName } from "@iltizam/reference";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { defineQuery, onlyRow, rows, space } from "../kernel/index.ts";
import { eventKind } from "./model.ts";
import { concernedHead, eventHead, eventHeadColumns } from "./queries.ts";

const listed = eventHead.extend({
  organisers: z.array(z.object({ reference: z.string(), name: z.string() })),
  /** The first agreements that it concerns. */
  about: z.array(concernedHead),
  parts: z.int(),
  participants: z.int(),
  /** Agreements signed there, and those that it concerns in any way. */
  signed: z.int(),
  agreements: z.int(),
  decisions: z.int(),
  openDecisions: z.int(),
});

const sorts = ["date", "name", "kind"] as const;

export const listEvents = defineQuery({
  name: "meetings.list",
  permission: "meetings.read",
  scope: "somewhere",
  input: z.object({
    space,
    kind: eventKind.optional(),
    /** Words of its name, reference, place or of an organisation that took part. */
    text: z.string().max(200).optional(),
    sort: z.enum(sorts).default("date"),
    direction: z.enum(["asc", "desc"]).default("desc"),
    limit: z.int().min(1).max(200).default(50),
    offset: z.int().min(0).default(0),
  }),
  output: z.object({ total: z.int(), events: z.array(listed) }),
  async run(ctx, { space: where, kind, text, sort, direction, limit, offset }) {
    const kept = sql`
      from events e left join territories t on t.id = e.territory_id
      where e.space = ${where} and (${kind ?? null}::text is null or e.kind = ${kind ?? null}) and ${withWords(text)}`;
    const { total } = await onlyRow(ctx.tx, sql<{ total: number }>`select count(*) as total ${kept}`);
    const events = await rows(
      ctx.tx,
      sql<z.infer<typeof listed>>`
        with page as (
          select e.* ${kept} order by ${orderOf(sort, direction)} limit ${limit} offset ${offset}
        )
        select ${eventHeadColumns},
               coalesce((select json_agg(json_build_object('reference', o.reference, 'name', o.name) order by o.name)
                         from event_participants p join organisations o on o.id = p.organisation_id
                         where p.event_id = e.id and p.role in ('organiser', 'co_organiser')), '[]') as organisers,
               coalesce((select json_agg(x.shown) from (
                           select distinct json_build_object('reference', a.reference, 'title', a.title,
                                    'titleAr', a.title_ar, 'titleEn', a.title_en)::jsonb as shown
                           from event_agreements l join agreements a on a.id = l.agreement_id
                           where l.event_id = e.id order by 1 limit 2) x), '[]') as about,
               (select count(*) from event_parts p where p.event_id = e.id) as parts,
               (select count(*) from event_participants p where p.event_id = e.id) as participants,
               (select count(distinct l.agreement_id) from event_agreements l
                where l.event_id = e.id and l.relation = 'signed_at') as signed,
               (select count(distinct l.agreement_id) from event_agreements l where l.event_id = e.id) as agreements,
               (select count(*) from event_decisions d where d.event_id = e.id) as decisions,
               (select count(*) from event_decisions d where d.event_id = e.id and d.done_on is null) as "openDecisions"
        from page e left join territories t on t.id = e.territory_id
        order by ${orderOf(sort, direction)}`,
    );
    return { total, events };
  },
});

function orderOf(sort: (typeof sorts)[number], direction: "asc" | "desc"): RawBuilder<unknown> {
  const way = sql.raw(direction);
  const columns = {
    date: sql`e.date_year ${way} nulls last, e.date_month ${way} nulls last, e.date_day ${way} nulls last`,
    name: sql`e.name ${way} nulls last`,
    kind: sql`e.kind ${way}`,
  };
  return sql`${columns[sort]}, e.reference`;
}

/** Every word stands in what names the event, or in the name of somebody who took part. */
function withWords(text: string | undefined): RawBuilder<unknown> {
  const words = (text ?? "").split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return sql`true`;
  const each = words.map((word) => {
    const written = `%${word}%`;
    const folded = `%${foldName(word)}%`;
    return sql`(concat_ws(' ', e.reference, e.name, e.name_ar, e.name_en, e.place_text, t.name_fr, t.name_ar) ilike ${written} or exists (
      select from event_participants p join organisation_names n on n.organisation_id = p.organisation_id
      where p.event_id = e.id and n.folded like ${folded}))`;
  });
  return sql.join(each, sql` and `);
}
