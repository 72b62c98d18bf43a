// What the register holds that an agreement's text says.
import { sql } from "kysely";
import { type AgreementRow, agreementOf } from "../agreements/index.ts";
import {
  adoptedReadingsOf,
  announcedReadingsOf,
  readAnnounced,
  type TargetQualifier,
  targetVersionsOf,
} from "../commitments/index.ts";
import { type Db, dayOf, formatMoney, type QueryContext, rows } from "../kernel/index.ts";
import type { Source } from "./model.ts";

export interface Names {
  readonly fr: string;
  readonly ar: string | null;
}

interface Holder {
  readonly id: string;
  readonly name: string | null;
  readonly function: string;
}

export interface PartyFact {
  readonly reference: string;
  readonly kind: string;
  readonly name: Names;
  /** Who acts for it, as the agreement names somebody. */
  readonly representative: string | null;
  /** Who holds an office in it today. */
  readonly holders: readonly Holder[];
}

interface CommitmentRow {
  readonly id: string;
  readonly number: number;
  readonly kind: "result" | "best_efforts";
  readonly wording: string;
  readonly deadline: string | null;
  readonly milieu: "urban" | "rural" | null;
  readonly indicator: { code: string; version: number; name: Names; definition: Names } | null;
  readonly populations: readonly Names[];
  readonly territory: Names | null;
  readonly ownedBy: Names | null;
  readonly proposed: { quantity: number | null; qualifier: TargetQualifier } | null;
}

export interface CommitmentFact extends Omit<CommitmentRow, "id" | "proposed"> {
  readonly quantity: number | null;
  readonly qualifier: string;
  readonly basis: Source["basis"];
}

export interface ContributionFact {
  readonly number: number;
  readonly role: "total" | "contribution";
  readonly payer: Names | null;
  readonly currency: string;
  readonly inKind: boolean;
  readonly purpose: string | null;
  readonly amount: string | null;
  readonly qualifier: string;
  readonly basis: Source["basis"];
}

export interface CommitteeFact {
  readonly name: string;
  readonly presidedBy: string;
  readonly everyMonths: number | null;
  readonly members: readonly Names[];
}

export interface ReportFact {
  readonly organisation: Names;
  readonly kind: string;
  readonly everyMonths: number | null;
  readonly daysAfter: number;
}

export interface TaskFact {
  readonly commitment: number;
  /** Its place among the tasks of its commitment. */
  readonly number: number;
  readonly organisation: Names;
  readonly task: string;
}

export interface Facts {
  readonly agreement: AgreementRow;
  readonly territory: Names | null;
  readonly parties: readonly PartyFact[];
  readonly commitments: readonly CommitmentFact[];
  readonly contributions: readonly ContributionFact[];
  readonly committees: readonly CommitteeFact[];
  readonly reports: readonly ReportFact[];
  readonly tasks: readonly TaskFact[];
}

/** @throws `agreements.unknown` */
export async function factsOf(
  ctx: Pick<QueryContext, "tx" | "clock" | "timeZone">,
  key: string,
): Promise<Facts> {
  const agreement = await agreementOf(ctx.tx, key);
  const { id } = agreement;
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  return {
    agreement,
    territory: await territoryName(ctx.tx, agreement.territory_id),
    parties: await partiesOf(ctx.tx, id, today),
    commitments: await commitmentsOf(ctx.tx, id, { asOf: today, knownOn: null, timeZone: ctx.timeZone }),
    contributions: await contributionsOf(ctx.tx, id),
    committees: await committeesOf(ctx.tx, id),
    reports: await reportsOf(ctx.tx, id),
    tasks: await tasksOf(ctx.tx, id),
  };
}

const named = (table: string) => sql.raw(`json_build_object('fr', ${table}.name, 'ar', ${table}.name_ar)`);
const labelled = (table: string) =>
  sql.raw(`json_build_object('fr', ${table}.label_fr, 'ar', ${table}.label_ar)`);
const placed = sql`json_build_object('fr', t.name_fr, 'ar', t.name_ar)`;

async function territoryName(db: Db, id: string | null): Promise<Names | null> {
  if (id === null) return null;
  const [found] = await rows(
    db,
    sql<{ name: Names }>`select ${placed} as name from territories t where t.id = ${id}`,
  );
  return found?.name ?? null;
}

/** Those who sign, the agency first. */
function partiesOf(db: Db, agreement: string, today: string): Promise<PartyFact[]> {
  return rows(
    db,
    sql<PartyFact>`
      select o.reference, o.kind, ${named("o")} as name,
             (select r.office_holder_id from agreement_representatives r where r.party_id = p.id
              order by r.office_holder_id limit 1) as representative,
             coalesce((select json_agg(json_build_object('id', h.id, 'name', h.name, 'function', h.function)
                                       order by h.function, h.name)
                       from office_holders h
                       where h.organisation_id = o.id and coalesce(h.held_to, 'infinity') >= ${today}::date), '[]') as holders
      from agreement_parties p
      join organisations o on o.id = p.organisation_id
      where p.agreement_id = ${agreement} and p.role = 'signatory'
      order by o.kind <> 'public_employment_service', o.reference`,
  );
}

/** Who signs for a party: who was chosen, or whom the agreement names. */
export function signatoryOf(party: PartyFact, chosen: string | null | undefined): Holder | null {
  const id = chosen ?? party.representative;
  return party.holders.find((holder) => holder.id === id) ?? null;
}

async function commitmentsOf(
  db: Db,
  agreement: string,
  day: { asOf: string; knownOn: null; timeZone: string },
): Promise<CommitmentFact[]> {
  const found = await rows(
    db,
    sql<CommitmentRow>`
      select c.id, c.number, c.kind, c.wording, c.deadline, c.milieu,
             case when i.code is not null and v.state = 'defined' then json_build_object('code', i.code,
               'version', v.version, 'name', ${labelled("i")},
               'definition', json_build_object('fr', v.definition_fr, 'ar', v.definition_ar)) end as indicator,
             coalesce((select json_agg(${labelled("p")} order by p.code) from populations p
                       where p.code = any(c.populations)), '[]') as populations,
             case when t.id is not null then ${placed} end as territory,
             case when o.id is not null then ${named("o")} end as "ownedBy",
             (select json_build_object('quantity', f.quantity, 'qualifier', f.qualifier) from proposed_figures f
              where f.commitment_id = c.id order by f.recorded_at desc, f.id desc limit 1) as proposed
      from commitments c
      left join indicators i on i.code = c.indicator
      left join indicator_versions v on v.indicator = c.indicator and v.version = c.indicator_version
      left join territories t on t.id = c.territory_id
      left join organisations o on o.id = c.owed_by
      where c.agreement_id = ${agreement} and c.state <> 'withdrawn' order by c.number`,
  );
  const ids = found.map(({ id }) => id);
  const signed = await targetVersionsOf(db, ids, day);
  const readings = await announcedReadingsOf(db, ids, day);
  const adopted = await adoptedReadingsOf(db, ids, day);
  return found.map(({ id, proposed, ...row }) => {
    const target = signed.get(id)?.at(-1);
    if (target) return { ...row, quantity: target.quantity, qualifier: target.qualifier, basis: "signed" };
    if (proposed) return { ...row, ...proposed, basis: "proposed" };
    const said = readings.get(id) ?? [];
    const { counted } = readAnnounced(said, adopted.get(id) ?? null);
    const qualifier = said.find(({ value }) => value === counted)?.qualifier ?? "exact";
    return { ...row, quantity: counted, qualifier, basis: counted === null ? null : "announced" };
  });
}

async function contributionsOf(db: Db, agreement: string): Promise<ContributionFact[]> {
  const found = await rows(
    db,
    sql<Omit<ContributionFact, "amount"> & { minor: string | null }>`
      select c.number, c.role, case when o.id is not null then ${named("o")} end as payer, c.currency,
             c.in_kind as "inKind", c.purpose, coalesce(f.amount_minor, a.amount_minor)::text as minor,
             coalesce(f.qualifier, a.qualifier) as qualifier,
             case when f.id is not null then 'proposed' else c.basis end as basis
      from contributions c
      join contribution_amounts a on a.contribution_id = c.id and upper(a.effective) is null
      left join organisations o on o.id = c.contributor_id
      left join lateral (
        select f.* from proposed_figures f where f.contribution_id = c.id and c.basis = 'announced'
        order by f.recorded_at desc, f.id desc limit 1) f on true
      where c.agreement_id = ${agreement} and c.role <> 'line' order by c.number`,
  );
  return found.map(({ minor, ...row }) => {
    const { currency } = row;
    return { ...row, amount: minor === null ? null : formatMoney({ minor: BigInt(minor), currency }) };
  });
}

/** Those of the agreement and of what it stands under. */
function committeesOf(db: Db, agreement: string): Promise<CommitteeFact[]> {
  return rows(
    db,
    sql<CommitteeFact>`
      select c.name, c.presided_by as "presidedBy", c.every_months as "everyMonths",
             coalesce((select json_agg(${named("o")} order by m.role, m.id) from committee_members m
                       join organisations o on o.id = m.organisation_id
                       where m.committee_id = c.id and m.left_on is null), '[]') as members
      from committees c
      where c.agreement_id = any(agreement_path(${agreement})) and c.dissolved_on is null
      order by c.set_up_on, c.id`,
  );
}

function reportsOf(db: Db, agreement: string): Promise<ReportFact[]> {
  return rows(
    db,
    sql<ReportFact>`
      select ${named("o")} as organisation, s.kind, s.every_months as "everyMonths", s.days_after as "daysAfter"
      from report_schedules s join organisations o on o.id = s.organisation_id
      where s.agreement_id = ${agreement} order by s.recorded_at, s.id`,
  );
}

function tasksOf(db: Db, agreement: string): Promise<TaskFact[]> {
  return rows(
    db,
    sql<TaskFact>`
      select c.number as commitment, row_number() over (partition by c.id order by r.task, o.reference)::int as number,
             ${named("o")} as organisation, r.task
      from commitment_responsibilities r
      join commitments c on c.id = r.commitment_id and c.state <> 'withdrawn'
      join organisations o on o.id = r.organisation_id
      where c.agreement_id = ${agreement} order by c.number, r.task, o.reference`,
  );
}
