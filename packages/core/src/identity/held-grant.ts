// A role that is held, as lists show it: where, until when, by whom it was given.
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { plainDate } from "../kernel/index.ts";
import { role } from "./model.ts";

const named = z
  .object({ id: z.uuid(), reference: z.string(), name: z.string(), nameAr: z.string().nullable() })
  .nullable();

export const heldGrant = z.object({
  id: z.uuid(),
  role,
  organisation: named,
  territory: named,
  /** The agreement is of another folder: its id alone. */
  agreement: z.uuid().nullable(),
  until: plainDate.nullable(),
  grantedBy: z.string(),
  grantedAt: z.coerce.date(),
});

/** The grants that are not revoked, as a JSON array; `condition` is about `role_grants g`. */
export function heldGrantJson(condition: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    coalesce((
      select json_agg(json_build_object(
               'id', g.id, 'role', g.role, 'agreement', g.agreement_id, 'until', g.until_on,
               'grantedBy', g.granted_by, 'grantedAt', g.granted_at,
               'organisation', case when o.id is not null then
                 json_build_object('id', o.id, 'reference', o.reference, 'name', o.name, 'nameAr', o.name_ar) end,
               'territory', case when t.id is not null then
                 json_build_object('id', t.id, 'reference', t.code, 'name', t.name_fr, 'nameAr', t.name_ar) end) order by g.granted_at, g.id)
      from role_grants g left join organisations o on o.id = g.organisation_id
        left join territories t on t.id = g.territory_id
      where ${condition} and g.revoked_at is null), '[]')`;
}
