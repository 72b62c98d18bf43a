// The recorded events that a draft may be about: those that share a party or a figure with it, each with its place, its
// parties, its figures in every wording, and its sources.
import { sql } from "kysely";
import { type Db, rows, type Space } from "../kernel/index.ts";
import type { Draft } from "./draft-format.ts";
import type { KnownEvent, KnownFigure, KnownPlace } from "./known.ts";

/** More than this many would be no candidates any more. */
const most = 100;

export async function gatherEvents(
  db: Db,
  space: Space,
  draft: Draft,
  organisations: readonly string[],
): Promise<KnownEvent[]> {
  const ids = await candidates(db, space, quantitiesIn(draft), organisations);
  if (ids.length === 0) return [];
  const [events, figures] = [await eventsUnder(db, ids), await figuresOf(db, ids)];
  return events.map(({ id, placePath, placeName, placeKind, ...event }) => ({
    ...event,
    place: placeFrom(placePath, placeName, placeKind),
    figures: figures.filter(({ event: of }) => of === id).map(({ event: _, ...figure }) => figure),
  }));
}

function quantitiesIn(draft: Draft): string[] {
  const figures = [
    ...draft.shared.targets,
    ...draft.shared.amounts,
    ...draft.instruments.flatMap(({ targets, amounts }) => [...targets, ...amounts]),
  ];
  return figures.flatMap(({ value }) => (value?.value == null ? [] : [String(value.value)]));
}

/** Who is party to nearly everything (the agency, the State) singles no event out. */
async function candidates(
  db: Db,
  space: Space,
  quantities: readonly string[],
  organisations: readonly string[],
): Promise<string[]> {
  const found = await rows(
    db,
    sql<{ id: string }>`
      with telling as (
        select id from organisations
        where reference = any(${organisations}::text[])
          and kind not in ('public_employment_service', 'ministry', 'state', 'public_agency')),
      near as (
        select p.agreement_id from agreement_parties p where p.organisation_id in (select id from telling)
        union select c.agreement_id from commitments c
              join commitment_assertions l on l.commitment_id = c.id and l.field = 'target'
              join assertions a on a.id = l.assertion_id
              where a.quantity = any(${quantities}::numeric[])
        union select c.agreement_id from contributions c
              join contribution_assertions l on l.contribution_id = c.id
              join assertions a on a.id = l.assertion_id and a.topic = 'amount'
              where a.quantity = any(${quantities}::numeric[]))
      select e.id from events e
      where e.space = ${space}
        and (exists (select from event_agreements l join near using (agreement_id) where l.event_id = e.id)
             or exists (select from event_participants p join telling on telling.id = p.organisation_id
                        where p.event_id = e.id))
      order by e.recorded_at desc, e.id limit ${most}`,
  );
  return found.map(({ id }) => id);
}

type EventRow = Omit<KnownEvent, "place" | "figures"> & {
  readonly id: string;
  readonly placePath: string[] | null;
  readonly placeName: string | null;
  readonly placeKind: KnownPlace["kind"] | null;
};

function eventsUnder(db: Db, ids: readonly string[]): Promise<EventRow[]> {
  return rows(
    db,
    sql<EventRow>`
      select e.id, e.reference, e.kind, e.name,
             json_build_object('year', e.date_year, 'month', e.date_month, 'day', e.date_day,
                               'weekday', e.date_weekday) as date,
             array(select distinct g.reference from event_agreements l join agreements g on g.id = l.agreement_id
                   where l.event_id = e.id and l.relation in ('announced_at', 'signed_at', 'decided_at')
                   order by g.reference) as agreements,
             array(select distinct o.reference from organisations o
                   where o.id in (select p.organisation_id from event_participants p
                                  where p.event_id = e.id and p.role in ('organiser', 'co_organiser'))
                      or o.id in (select p.organisation_id from event_agreements l
                                  join agreement_parties p using (agreement_id)
                                  where l.event_id = e.id and l.relation in ('announced_at', 'signed_at', 'decided_at'))
                   order by o.reference) as organisations,
             (select coalesce(json_agg(json_build_object(
                'document', d.id, 'title', d.title,
                'published', json_build_object('year', d.published_year, 'month', d.published_month,
                                               'day', d.published_day, 'weekday', null)) order by d.title), '[]')
              from documents d
              where d.id in (select a.document_id from event_assertions l join assertions a on a.id = l.assertion_id
                             where l.event_id = e.id)) as sources,
             array(select up.scheme || ':' || up.code
                   from unnest(territory_path(e.territory_id)) with ordinality as above (id, n)
                   join territories up on up.id = above.id order by above.n) as "placePath",
             t.name_fr as "placeName", t.kind as "placeKind"
      from events e left join territories t on t.id = e.territory_id
      where e.id = any(${ids}::uuid[])
      order by e.reference`,
  );
}

function placeFrom(
  path: readonly string[] | null,
  nameFr: string | null,
  kind: KnownPlace["kind"] | null,
): KnownPlace | null {
  const [scheme, code] = path?.[0]?.split(/:(.*)/s) ?? [];
  if (!path || !scheme || !code || nameFr === null || kind === null) return null;
  return { scheme, code, kind, nameFr, path };
}

/** Every reading of every figure of the events' agreements. */
function figuresOf(db: Db, ids: readonly string[]): Promise<(KnownFigure & { readonly event: string })[]> {
  return rows(
    db,
    sql<KnownFigure & { readonly event: string }>`
      with told as (
        select distinct l.event_id, l.agreement_id from event_agreements l
        where l.event_id = any(${ids}::uuid[]) and l.relation in ('announced_at', 'signed_at', 'decided_at'))
      select told.event_id as event, g.reference || '/' || c.number as reference, a.quantity::text as quantity,
             null as currency, a.indicator, a.unit, p.content as words, d.title
      from told join agreements g on g.id = told.agreement_id
      join commitments c on c.agreement_id = g.id
      join commitment_assertions k on k.commitment_id = c.id and k.field = 'target'
      join assertions a on a.id = k.assertion_id join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      union all
      select told.event_id, g.reference || '/M' || c.number, a.quantity::text, c.currency, null, null, p.content, d.title
      from told join agreements g on g.id = told.agreement_id
      join contributions c on c.agreement_id = g.id
      join contribution_assertions k on k.contribution_id = c.id
      join assertions a on a.id = k.assertion_id and a.topic = 'amount' join passages p on p.id = a.passage_id
      join documents d on d.id = a.document_id
      order by reference, title, words`,
  );
}
