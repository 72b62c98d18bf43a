// What binds an organisation: its agreements, and the commitments on both sides.
import { sql } from "kysely";
import { z } from "zod";
import { agreementKind, agreementType, partyRole, state } from "../agreements/index.ts";
import { type Db, partialDate, rows } from "../kernel/index.ts";

const titled = {
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
};
const titles = sql.raw(`a.title, a.title_ar as "titleAr", a.title_en as "titleEn"`);

export const partyAgreement = z.object({
  reference: z.string(),
  ...titled,
  kind: agreementKind,
  type: agreementType.nullable(),
  state,
  reported: z.boolean(),
  signedOn: partialDate,
  roles: z.array(partyRole),
  /** Whether a text names it as one who signed; null: no text says. */
  signed: z.boolean().nullable(),
});

export const agreementsOf = (db: Db, organisationId: string) =>
  rows(
    db,
    sql<z.infer<typeof partyAgreement>>`
      select a.reference, ${titles}, a.kind, a.type, a.state, a.reported,
             json_build_object('year', a.signed_year, 'month', a.signed_month, 'day', a.signed_day,
                               'weekday', a.signed_weekday) as "signedOn",
             array_agg(distinct p.role) as roles, bool_or(p.signed) as signed
      from agreement_parties p join agreements a on a.id = p.agreement_id
      where p.organisation_id = ${organisationId}
      group by a.id
      order by a.signed_year desc nulls last, a.signed_month desc nulls last, a.reference`,
  );

export const owed = z.object({
  commitment: z.string(),
  agreement: z.string(),
  ...titled,
  wording: z.string(),
  /** Who owes it. */
  by: z.object({ reference: z.string(), name: z.string() }),
});

const columns = sql`
  a.reference || '/' || c.number as commitment, a.reference as agreement, ${titles}, c.wording,
  json_build_object('reference', o.reference, 'name', o.name) as by`;

export const owedBy = (db: Db, organisationId: string) =>
  rows(
    db,
    sql<z.infer<typeof owed>>`
      select ${columns}
      from commitments c
      join agreements a on a.id = c.agreement_id
      join organisations o on o.id = c.owed_by
      where c.owed_by = ${organisationId} and c.state <> 'withdrawn'
      order by a.reference, c.number`,
  );

export const owedTo = (db: Db, organisationId: string) =>
  rows(
    db,
    sql<z.infer<typeof owed>>`
      select ${columns}
      from commitments c
      join agreements a on a.id = c.agreement_id
      join organisations o on o.id = c.owed_by and o.kind = 'public_employment_service'
      where c.owed_by <> ${organisationId} and c.state <> 'withdrawn'
        and c.agreement_id in (select agreement_id from agreement_parties where organisation_id = ${organisationId})
      order by a.reference, c.number`,
  );
