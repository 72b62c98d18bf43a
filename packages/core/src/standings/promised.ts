// The promise side of a standing: what was announced, signed and declared, as known on a day.
import { type RawBuilder, sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";

export interface Announced {
  readonly value: number | null;
  readonly source: string;
  readonly passage: string;
  readonly indicator: string | null;
  readonly countsAs: string | null;
  readonly saidBy: string | null;
  readonly qualifier: string | null;
  readonly adopted: boolean;
  readonly documentId: string;
  readonly passageId: string;
  readonly assertionId: string;
}

/** One commitment with its promise, before any result. */
export interface Promised {
  readonly id: string;
  readonly reference: string;
  readonly agreement: string;
  readonly agreementId: string;
  readonly agreementState: string;
  readonly reported: boolean;
  readonly kind: string;
  readonly state: string;
  readonly space: "real" | "simulated";
  readonly wording: string;
  readonly indicator: string | null;
  readonly version: number | null;
  readonly unit: string;
  readonly populations: string[];
  readonly territory: string | null;
  readonly periodFrom: string | null;
  readonly periodTo: string | null;
  readonly deadline: string | null;
  readonly original: number | null;
  readonly current: number | null;
  readonly declared: number | null;
  readonly announced: Announced[];
}

export interface PromisedFilter {
  readonly space: string | null;
  /** Only promises of these agreements. */
  readonly agreements: readonly string[] | null;
  /** Only promises whose territory, or whose agreement's, lies in this one. */
  readonly territoryId: string | null;
  readonly asOf: string;
  readonly knownOn: string;
  readonly timeZone: string;
}

type Fragment = RawBuilder<unknown>;

/** The target of the version that holds on the day (`desc`), or of the first one (`asc`); each is one step in the index. */
function targetOn(asOf: string, known: Fragment, order: "asc" | "desc"): Fragment {
  return sql`(
        select g.id, g.quantity, g.period_from, g.period_to, g.deadline from commitment_targets g
        where g.commitment_id = c.id and g.recorded_at < ${known} and lower(g.effective) <= ${asOf}::date
        order by g.version ${sql.raw(order)} limit 1
      )`;
}

/** As declarationsOn of results reads them: of each declarant and period the latest statement made by the day. */
function declaredOn(asOf: string, known: Fragment): Fragment {
  return sql`(
        select sum(latest.quantity)::bigint as quantity
        from (select distinct on (d.declarant_id, d.period) d.quantity from declarations d
              where d.commitment_id = c.id and d.recorded_at < ${known} and d.declared_on <= ${asOf}::date
              order by d.declarant_id, d.period, d.version desc) latest
      )`;
}

/** What the sources announce, in their order, and which reading was adopted by the day. */
function announcedOn(asOf: string, known: Fragment): Fragment {
  return sql`(
        select json_agg(json_build_object(
                 'value', s.quantity, 'source', d.title, 'passage', p.content, 'indicator', s.indicator,
                 'countsAs', coalesce(i.alias_of, i.code),
                 'saidBy', coalesce(s.said_by_text, o.function || coalesce(' ' || o.name, '')),
                 'qualifier', s.qualifier, 'adopted', coalesce(adopted.assertion_id = s.id, false),
                 'documentId', d.id, 'passageId', p.id, 'assertionId', s.id)
               order by d.recorded_at, d.id, p.start_offset, s.id) as list
        from commitment_assertions l
        join assertions s on s.id = l.assertion_id
        join passages p on p.id = s.passage_id
        join documents d on d.id = s.document_id
        left join indicators i on i.code = s.indicator
        left join office_holders o on o.id = s.said_by
        left join lateral (
          select r.assertion_id from adopted_readings r
          where r.object_kind = 'commitment' and r.object_id = c.id and r.decided_on <= ${asOf}::date
            and r.recorded_at < ${known}
          order by r.decided_on desc, r.recorded_at desc, r.id desc limit 1
        ) adopted on true
        where l.commitment_id = c.id and l.field = 'target' and s.recorded_at < ${known}
      )`;
}

/** The promises that pass the filter, in the order of their references. */
export function promised(db: Db, filter: PromisedFilter): Promise<Promised[]> {
  const { asOf } = filter;
  const known = sql`((${filter.knownOn}::date + 1)::timestamp at time zone ${filter.timeZone})`;
  return rows(
    db,
    sql<Promised>`
      select c.id, a.reference || '/' || c.number as reference, a.reference as agreement, a.id as "agreementId",
             a.state as "agreementState", a.reported, c.kind, c.state, c.space, c.wording, c.indicator,
             c.indicator_version as version, c.unit, c.populations, t.scheme || ':' || t.code as territory,
             promise."periodFrom", promise."periodTo", coalesce(promise.deadline, promise."periodTo") as deadline,
             first.quantity as original, target.quantity as current, declared.quantity as declared,
             coalesce(announced.list, '[]') as announced
      from commitments c
      join agreements a on a.id = c.agreement_id
      left join territories t on t.id = coalesce(c.territory_id, a.territory_id)
      left join lateral ${targetOn(asOf, known, "asc")} first on true
      left join lateral ${targetOn(asOf, known, "desc")} target on true
      -- an amendment of duration changes the promise's time from its day on
      cross join lateral (
        select case when target.id is null then c.period_from else target.period_from end as "periodFrom",
               case when target.id is null then c.period_to else target.period_to end as "periodTo",
               case when target.id is null then c.deadline else target.deadline end as deadline
      ) promise
      cross join lateral ${declaredOn(asOf, known)} declared
      cross join lateral ${announcedOn(asOf, known)} announced
      where c.recorded_at < ${known} and c.state <> 'withdrawn' ${asked(filter)}
      order by a.reference, c.number`,
  );
}

/** Only the conditions that were asked for: a condition that may be absent would hide the index from the planner. */
function asked({ space, agreements, territoryId }: PromisedFilter): Fragment {
  const conditions = [
    space === null ? null : sql`and c.space = ${space}`,
    // read through a subquery, the list does not change the plan's price, and PostgreSQL keeps one plan for all lists
    agreements === null ? null : sql`and c.agreement_id = any((select ${agreements}::uuid[])::uuid[])`,
    territoryId === null
      ? null
      : sql`and ${territoryId}::uuid = any(territory_path(coalesce(c.territory_id, a.territory_id)))`,
  ];
  return sql.join(
    conditions.filter((condition) => condition !== null),
    sql` `,
  );
}
