// The promise side of a standing: what was announced, signed and declared, as known on a day.
import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";

export interface Announced {
  readonly value: number | null;
  readonly source: string;
  readonly passage: string;
  readonly indicator: string | null;
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

/** The promises that pass the filter, in the order of their references. */
export function promised(db: Db, filter: PromisedFilter): Promise<Promised[]> {
  const { asOf, agreements, territoryId, space } = filter;
  const known = sql`((${filter.knownOn}::date + 1)::timestamp at time zone ${filter.timeZone})`;
  return rows(
    db,
    sql<Promised>`
      select c.id, a.reference || '/' || c.number as reference, a.reference as agreement, a.id as "agreementId",
             a.state as "agreementState", a.reported, c.kind, c.state, c.space, c.wording, c.indicator,
             c.indicator_version as version, c.unit, c.populations, t.scheme || ':' || t.code as territory,
             c.period_from as "periodFrom", c.period_to as "periodTo",
             coalesce(c.deadline, c.period_to) as deadline,
             target.original, target.current, declared.quantity as declared,
             coalesce(announced.list, '[]') as announced
      from commitments c
      join agreements a on a.id = c.agreement_id
      left join territories t on t.id = coalesce(c.territory_id, a.territory_id)
      cross join lateral (
        select max(g.quantity) filter (where g.version = 1) as original,
               (array_agg(g.quantity order by g.version desc)
                  filter (where lower(g.effective) is null or lower(g.effective) <= ${asOf}::date))[1] as current
        from commitment_targets g where g.commitment_id = c.id and g.recorded_at < ${known}
      ) target
      cross join lateral (
        select sum(d.quantity)::bigint as quantity from declarations d
        where d.commitment_id = c.id and d.recorded_at < ${known}
          and (d.replaced_at is null or d.replaced_at >= ${known}) and upper(d.period) <= ${asOf}::date + 1
      ) declared
      cross join lateral (
        select json_agg(json_build_object(
                 'value', s.quantity, 'source', d.title, 'passage', p.content, 'indicator', s.indicator,
                 'saidBy', coalesce(s.said_by_text, o.function || coalesce(' ' || o.name, '')),
                 'qualifier', s.qualifier, 'adopted', coalesce(adopted.assertion_id = s.id, false),
                 'documentId', d.id, 'passageId', p.id, 'assertionId', s.id)
               order by d.recorded_at, d.id, p.start_offset, s.id) as list
        from commitment_assertions l
        join assertions s on s.id = l.assertion_id
        join passages p on p.id = s.passage_id
        join documents d on d.id = s.document_id
        left join office_holders o on o.id = s.said_by
        left join lateral (
          select r.assertion_id from adopted_readings r
          where r.object_id = c.id and r.decided_on <= ${asOf}::date and r.recorded_at < ${known}
          order by r.decided_on desc, r.id desc limit 1
        ) adopted on true
        where l.commitment_id = c.id and l.field = 'target' and s.recorded_at < ${known}
      ) announced
      where c.recorded_at < ${known} and c.state <> 'withdrawn'
        and (${space}::text is null or c.space = ${space})
        and (${agreements}::uuid[] is null or c.agreement_id = any(${agreements}::uuid[]))
        and (${territoryId}::uuid is null
             or ${territoryId}::uuid = any(territory_path(coalesce(c.territory_id, a.territory_id))))
      order by a.reference, c.number`,
  );
}
