// The agreements of a file as they stood on a day, as known on another: state, parties, money, decisions that are overdue.
import { sql } from "kysely";
import { type Db, rows } from "../kernel/index.ts";
import type { PaperAgreement } from "./model.ts";

export interface On {
  readonly asOf: string;
  readonly knownOn: string;
  readonly timeZone: string;
}

type Name = PaperAgreement["title"];
export interface AgreementOn extends Omit<PaperAgreement, "promises" | "money" | "overdue"> {
  readonly id: string;
}

const knownUntil = ({ knownOn, timeZone }: On) =>
  sql`((${knownOn}::date + 1)::timestamp at time zone ${timeZone})`;
const organisationName = sql`json_build_object('fr', o.name, 'ar', o.name_ar, 'en', o.name_en)`;

/** Those of these agreements that were known and no longer a mere lead, in the order of their references. */
export function agreementsOn(db: Db, ids: readonly string[], on: On): Promise<AgreementOn[]> {
  const since = sql`coalesce(s.effective_on, (s.recorded_at at time zone ${on.timeZone})::date)`;
  return rows(
    db,
    sql<AgreementOn>`
      select a.id, a.reference, json_build_object('fr', a.title, 'ar', a.title_ar, 'en', a.title_en) as title,
             a.type, s.to_state as state, s.reported, ${since} as since, a.period_from as "periodFrom",
             a.period_to as "periodTo",
             coalesce((
               select json_agg(json_build_object('name', ${organisationName}, 'role', p.role)
                               order by p.role, p.name_at_signature)
               from agreement_parties p join organisations o on o.id = p.organisation_id
               where p.agreement_id = a.id), '[]') as parties
      from agreements a
      cross join lateral (
        select s.* from agreement_states s
        where s.agreement_id = a.id and s.recorded_at < ${knownUntil(on)} and ${since} <= ${on.asOf}::date
        order by s.recorded_at desc, s.id desc limit 1
      ) s
      where a.id = any(${ids}::uuid[]) and s.to_state <> 'lead'
      order by a.reference`,
  );
}

/** Of a territory the agreements that lie in it; of an agreement itself and everything below it. */
export async function agreementsOf(
  db: Db,
  of: { readonly territoryId: string | null; readonly agreementId: string | null },
  on: On,
): Promise<string[]> {
  const found = await rows(
    db,
    of.agreementId === null
      ? sql<{ id: string }>`
          select id from agreements where ${of.territoryId}::uuid = any(territory_path(territory_id))`
      : sql<{ id: string }>`
          with recursive below (id) as (
            select ${of.agreementId}::uuid
            union
            select p.agreement_id from below join agreement_parents p on p.parent_id = below.id
            where p.known @> ${on.knownOn}::date
          )
          select id from below`,
  );
  return found.map(({ id }) => id);
}

export interface MoneyOn {
  readonly agreement: string;
  readonly currency: string;
  readonly total: string | null;
  readonly promised: string;
  readonly called: string;
  readonly paid: string;
  readonly payerUnknown: boolean;
}

/** Amounts in minor units, by agreement and currency; nothing of what stands above or below an agreement. */
export function moneyOn(db: Db, ids: readonly string[], on: On): Promise<MoneyOn[]> {
  const until = knownUntil(on);
  const moved = (kind: string) => sql`coalesce((
    select sum(m.amount_minor) from contribution_movements m
    where m.contribution_id = c.id and m.kind = ${kind} and m.moved_on <= ${on.asOf}::date and m.recorded_at < ${until}
      and not exists (select from movement_withdrawals w where w.movement_id = m.id and w.recorded_at < ${until})), 0)`;
  return rows(
    db,
    sql<MoneyOn>`
      select c.agreement_id as agreement, c.currency,
             (sum(v.amount_minor) filter (where c.role = 'total'))::text as total,
             coalesce(sum(v.amount_minor) filter (where c.role = 'contribution'), 0)::text as promised,
             sum(${moved("called")})::text as called, sum(${moved("paid")})::text as paid,
             bool_or(c.role = 'contribution' and c.contributor_id is null) as "payerUnknown"
      from contributions c
      cross join lateral (
        select a.amount_minor from contribution_amounts a
        where a.contribution_id = c.id and a.recorded_at < ${until} and lower(a.effective) <= ${on.asOf}::date
        order by a.version desc limit 1
      ) v
      where c.agreement_id = any(${ids}::uuid[]) and c.role <> 'line'
      group by c.agreement_id, c.currency order by c.agreement_id, c.currency`,
  );
}

export interface DecisionOn {
  readonly agreement: string;
  readonly decision: string;
  readonly owner: Name | null;
  readonly dueOn: string | null;
  readonly event: string;
}

/** Decisions taken where these agreements were dealt with, due by the day and not carried out by it. */
export function overdueOn(db: Db, ids: readonly string[], on: On): Promise<DecisionOn[]> {
  return rows(
    db,
    sql<DecisionOn>`
      select c.agreement_id as agreement, d.decision, d.due_on as "dueOn", e.reference as event,
             case when o.id is not null then ${organisationName} end as owner
      from event_agreements c
      join events e on e.id = c.event_id
      join event_decisions d on d.event_id = e.id
      left join organisations o on o.id = d.owner_id
      where c.agreement_id = any(${ids}::uuid[]) and d.recorded_at < ${knownUntil(on)} and d.due_on < ${on.asOf}::date
        and (d.done_on is null or d.done_on > ${on.asOf}::date)
      order by c.agreement_id, d.due_on, e.reference, d.number`,
  );
}
