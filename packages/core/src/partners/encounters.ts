// What passes between: money that it promised, meetings that it attended, and what was decided there.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, formatMoney, partialDate, plainDate, rows } from "../kernel/index.ts";
import { attendanceRole, eventKind } from "../meetings/index.ts";

export const contribution = z.object({
  reference: z.string(),
  agreement: z.string(),
  currency: z.string(),
  /** Decimal text in major units; null: not told. */
  promised: z.string().nullable(),
  paid: z.string(),
  qualifier: z.string(),
  purpose: z.string().nullable(),
  inKind: z.boolean(),
  basis: z.enum(["announced", "signed"]),
});

type Minor = Omit<z.infer<typeof contribution>, "promised" | "paid"> & {
  readonly promised: string | null;
  readonly paid: string;
};

export async function contributionsOf(db: Db, organisationId: string) {
  const found = await rows(
    db,
    sql<Minor>`
      select a.reference || '/M' || c.number as reference, a.reference as agreement, c.currency,
             m.amount_minor::text as promised, m.qualifier, c.purpose, c.in_kind as "inKind", c.basis,
             coalesce((select sum(p.amount_minor) from contribution_movements p
                       where p.contribution_id = c.id and p.kind = 'paid'
                         and not exists (select from movement_withdrawals w where w.movement_id = p.id)), 0)::text as paid
      from contributions c
      join agreements a on a.id = c.agreement_id
      join lateral (select * from contribution_amounts m where m.contribution_id = c.id
                    order by m.version desc limit 1) m on true
      where c.contributor_id = ${organisationId}
      order by a.reference, c.number`,
  );
  const major = (minor: string, currency: string) => formatMoney({ minor: BigInt(minor), currency });
  return found.map(({ promised, paid, ...one }) => ({
    ...one,
    promised: promised === null ? null : major(promised, one.currency),
    paid: major(paid, one.currency),
  }));
}

export const meeting = z.object({
  reference: z.string(),
  kind: eventKind,
  name: z.string().nullable(),
  nameAr: z.string().nullable(),
  nameEn: z.string().nullable(),
  date: partialDate,
  dateText: z.string().nullable(),
  roles: z.array(attendanceRole),
});

/** The events in which it, or somebody who holds an office in it, took part; a part that it hosted counts. */
export const meetingsOf = (db: Db, organisationId: string) =>
  rows(
    db,
    sql<z.infer<typeof meeting>>`
      select e.reference, e.kind, e.name, e.name_ar as "nameAr", e.name_en as "nameEn", e.date_text as "dateText",
             json_build_object('year', e.date_year, 'month', e.date_month, 'day', e.date_day,
                               'weekday', e.date_weekday) as date,
             array_agg(distinct p.role) as roles
      from events e
      join (
        select p.event_id, p.role
        from event_participants p left join office_holders h on h.id = p.office_holder_id
        where ${organisationId} in (p.organisation_id, h.organisation_id)
        union all
        select event_id, 'host' from event_parts where host_organisation_id = ${organisationId}
      ) p on p.event_id = e.id
      group by e.id
      order by e.date_year desc nulls last, e.date_month desc nulls last, e.date_day desc nulls last, e.reference`,
  );

export const decision = z.object({
  event: z.string(),
  number: z.int(),
  decision: z.string(),
  /** Its own to carry out, else the agency's. */
  own: z.boolean(),
  dueOn: plainDate.nullable(),
  doneOn: plainDate.nullable(),
});

export const decisionsOf = (db: Db, organisationId: string) =>
  rows(
    db,
    sql<z.infer<typeof decision>>`
      select e.reference as event, d.number, d.decision, d.owner_id = ${organisationId} as own, d.due_on as "dueOn",
             d.done_on as "doneOn"
      from event_decisions d
      join events e on e.id = d.event_id
      join organisations o on o.id = d.owner_id
      where d.owner_id = ${organisationId}
         or (o.kind = 'public_employment_service' and exists (
               select from event_participants p where p.event_id = e.id and p.organisation_id = ${organisationId}))
      order by d.done_on is not null, d.due_on nulls last, e.reference, d.number`,
  );
