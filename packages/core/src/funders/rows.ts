// What the questions of this folder read of the tables below.
import { sql } from "kysely";
import { type Db, endOfDay, rows, type Space } from "../kernel/index.ts";
import type { Held } from "./model.ts";

export interface On {
  readonly space: Space;
  /** Null: today, and as known now. */
  readonly asOf: string;
  readonly knownOn: string | null;
  readonly timeZone: string;
}

export interface Party {
  readonly reference: string;
  readonly name: string;
}

export interface HeldRow extends Held {
  readonly id: string;
  readonly agreementId: string;
  readonly title: string;
  readonly titleAr: string | null;
  readonly titleEn: string | null;
  readonly purpose: string | null;
  readonly party: Party | null;
}

type Read = Omit<HeldRow, "promised" | "called" | "paid" | "justified"> &
  Readonly<Record<"promised" | "called" | "paid" | "justified", string | null>>;

/** The contributions, totals and lines that the actor sees in a space, as they stand on the day. */
export async function heldOn(db: Db, on: On): Promise<HeldRow[]> {
  const until = endOfDay(on.knownOn, on.timeZone);
  const found = await rows(
    db,
    sql<Read>`
      with moved as (
        select m.contribution_id as id, sum(m.amount_minor) filter (where m.kind = 'called') as called,
               sum(m.amount_minor) filter (where m.kind = 'paid') as paid,
               sum(m.amount_minor) filter (where m.kind = 'justified') as justified
        from contribution_movements m
        where m.space = ${on.space} and m.moved_on <= ${on.asOf} and m.recorded_at < ${until}
          and not exists (select from movement_withdrawals w where w.movement_id = m.id and w.recorded_at < ${until})
        group by 1
      ), known as (
        select distinct on (a.contribution_id) a.contribution_id as id, a.amount_minor, a.qualifier
        from contribution_amounts a
        where a.recorded_at < ${until} and lower(a.effective) <= ${on.asOf}::date
        order by a.contribution_id, a.version desc
      )
      select c.id, g.reference || '/M' || c.number as reference, g.reference as agreement, g.id as "agreementId", g.title,
             g.title_ar as "titleAr", g.title_en as "titleEn", c.purpose, c.role, o.reference as funder, c.currency, c.in_kind as "inKind",
             array(select a.reference from unnest(agreement_path(g.id, coalesce(${on.knownOn}::date, 'infinity')))
                     with ordinality p (id, nth)
                   join agreements a on a.id = p.id order by a.id <> g.id, p.nth) as path,
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end as party,
             k.amount_minor::text as promised, k.qualifier <> 'exact' as estimated,
             coalesce(m.called, 0)::text as called, coalesce(m.paid, 0)::text as paid,
             coalesce(m.justified, 0)::text as justified
      from contributions c
      join agreements g on g.id = c.agreement_id
      join known k on k.id = c.id
      left join moved m on m.id = c.id
      left join organisations o on o.id = c.contributor_id
      where c.space = ${on.space} order by g.reference, c.number`,
  );
  const big = (text: string | null) => BigInt(text ?? "0");
  return found.map((row) => ({
    ...row,
    promised: row.promised === null ? null : big(row.promised),
    ...{ called: big(row.called), paid: big(row.paid), justified: big(row.justified) },
  }));
}

export interface ResultRow {
  readonly key: string;
  readonly indicator: string;
  readonly realised: number;
  readonly proven: number;
}

/** What counts for each set of agreements taken together; a person once in each set. */
export function resultsOfSets(
  db: Db,
  sets: ReadonlyMap<string, readonly string[]>,
  on: On,
): Promise<ResultRow[]> {
  const pairs = [...sets].flatMap(([key, agreements]) => agreements.map((agreement) => ({ key, agreement })));
  return rows(
    db,
    sql<ResultRow>`
      select c.key, c.indicator, sum(c.quantity)::int as realised,
             coalesce(sum(c.quantity) filter (where c.level >= v.proof_level), 0)::int as proven
      from counting_facts(${pairs.map(({ key }) => key)}::text[], ${pairs.map(({ agreement }) => agreement)}::uuid[],
                          null, ${on.asOf}::date, ${endOfDay(on.knownOn, on.timeZone)},
                          coalesce(${on.knownOn}::date, 'infinity')) c
      join indicator_versions v on v.indicator = c.indicator and v.version = c.version
      group by c.key, c.indicator order by c.key, c.indicator`,
  );
}

/** Which indicators are promised in each set of agreements, with everything below them: a draft counts, what was withdrawn does not. */
export function promisedIn(
  db: Db,
  sets: ReadonlyMap<string, readonly string[]>,
  on: On,
): Promise<{ readonly key: string; readonly indicator: string }[]> {
  const pairs = [...sets].flatMap(([key, agreements]) => agreements.map((agreement) => ({ key, agreement })));
  return rows(
    db,
    sql<{ key: string; indicator: string }>`
      with recursive tree (key, id) as (
        select s.key, s.agreement
        from unnest(${pairs.map(({ key }) => key)}::text[], ${pairs.map(({ agreement }) => agreement)}::uuid[])
               as s (key, agreement)
        union
        select tree.key, p.agreement_id from agreement_parents p join tree on p.parent_id = tree.id
        where p.known @> coalesce(${on.knownOn}::date, 'infinity')
      )
      select distinct tree.key, c.indicator from tree join commitments c on c.agreement_id = tree.id
      where c.indicator is not null and c.state <> 'withdrawn'
        and c.recorded_at < ${endOfDay(on.knownOn, on.timeZone)} order by 1, 2`,
  );
}

export interface CellRow {
  readonly indicator: string;
  /** Of the province, else of the region, the nation or the country that is known; null: unknown. */
  readonly place: { readonly code: string; readonly fr: string; readonly ar: string } | null;
  /** YYYY-MM */
  readonly month: string;
  readonly realised: number;
  readonly proven: number;
}

/** The same counts by province and month: those of the counting fact, so that the cells add up to the figure. */
export function cellsOf(db: Db, agreements: readonly string[], on: On): Promise<CellRow[]> {
  return rows(
    db,
    sql<CellRow>`
      select c.indicator, to_char(c.fact_date, 'YYYY-MM') as month,
             case when t.id is not null then json_build_object('code', t.code, 'fr', t.name_fr, 'ar', t.name_ar) end
               as place,
             sum(c.quantity)::int as realised,
             coalesce(sum(c.quantity) filter (where c.level >= v.proof_level), 0)::int as proven
      from counting_facts(${agreements.map(() => "one")}::text[], ${agreements}::uuid[], null, ${on.asOf}::date,
                          ${endOfDay(on.knownOn, on.timeZone)}, coalesce(${on.knownOn}::date, 'infinity')) c
      join indicator_versions v on v.indicator = c.indicator and v.version = c.version
      left join territories t on t.id = c.territory_id
      group by c.indicator, t.id, t.code, t.name_fr, t.name_ar, 2 order by c.indicator, t.code nulls last, 2`,
  );
}
