// One agreement as lists, the board and the tree show it.
import { sql } from "kysely";
import { z } from "zod";
import { type Db, partialDate, rows, space } from "../kernel/index.ts";
import { boardColumn, boardColumnName } from "./board.ts";
import { agreementKind, agreementType, state } from "./model.ts";

export const agreementSummary = z.object({
  id: z.uuid(),
  space,
  reference: z.string(),
  kind: agreementKind,
  type: agreementType.nullable(),
  title: z.string(),
  titleAr: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** False while the Arabic title waits for a reader. */
  arReviewed: z.boolean(),
  state,
  /** The state rests on a press report: «signed (reported)». */
  reported: z.boolean(),
  column: boardColumnName,
  legacy: z.boolean(),
  standsFor: z.int().nullable(),
  periodFrom: z.string().nullable(),
  periodTo: z.string().nullable(),
  /** As far as the texts give it. */
  signedOn: partialDate,
  territoryId: z.uuid().nullable(),
  leadOrganisation: z.object({ reference: z.string(), name: z.string() }).nullable(),
  parties: z.array(z.object({ reference: z.string(), name: z.string(), role: z.string() })),
  /** The reference of the agreement under which it counts now. */
  parent: z.string().nullable(),
  nextAction: z.string().nullable(),
  nextActionOn: z.string().nullable(),
});
export type AgreementSummary = z.infer<typeof agreementSummary>;

/** The agreements under these ids, in the order of the ids. */
export async function summariesOf(db: Db, ids: readonly string[]): Promise<AgreementSummary[]> {
  const found = await rows(
    db,
    sql<Omit<AgreementSummary, "column">>`
      select a.id, a.space, a.reference, a.kind, a.type, a.title, a.title_ar as "titleAr", a.title_en as "titleEn",
             not translation_waits('agreement', a.id::text, 'title', a.title_ar) as "arReviewed",
             a.state, a.reported, a.legacy, a.stands_for as "standsFor", a.period_from as "periodFrom",
             a.period_to as "periodTo", a.territory_id as "territoryId", a.next_action as "nextAction",
             a.next_action_on as "nextActionOn",
             (select g.reference from agreement_parents l join agreements g on g.id = l.parent_id
              where l.agreement_id = a.id and upper_inf(l.known)) as parent,
             json_build_object('year', a.signed_year, 'month', a.signed_month, 'day', a.signed_day,
                               'weekday', a.signed_weekday) as "signedOn",
             case when o.id is not null then json_build_object('reference', o.reference, 'name', o.name) end
               as "leadOrganisation",
             coalesce((
               select json_agg(json_build_object('reference', b.reference, 'name', p.name_at_signature, 'role', p.role)
                               order by p.role, p.name_at_signature)
               from agreement_parties p join organisations b on b.id = p.organisation_id
               where p.agreement_id = a.id), '[]') as parties
      from unnest(${ids}::uuid[]) with ordinality as wanted (id, n)
      join agreements a on a.id = wanted.id
      left join organisations o on o.id = a.lead_organisation_id
      order by wanted.n`,
  );
  return found.map((row) => ({ ...row, column: boardColumn(row.type, row.state) }));
}
