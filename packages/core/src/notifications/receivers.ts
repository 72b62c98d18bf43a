// Who is reminded: everybody with an account of her own and a role that answers for agreements.
import { sql } from "kysely";
import {
  type Actor,
  actorOf,
  type Context,
  type Db,
  dayOf,
  type Locale,
  type RoleGrant,
  rows,
} from "../kernel/index.ts";
import { remindedRoles } from "./model.ts";

export interface Receiver {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: Locale;
  readonly wanted: boolean;
  readonly hour: number;
  readonly weekends: boolean;
  readonly lastSentOn: string | null;
  readonly roles: readonly RoleGrant[];
}

/** Active accounts; those of the demo have no box. */
export function receiversOf(ctx: Context, db: Db): Promise<Receiver[]> {
  const today = dayOf(ctx.clock.now(), ctx.timeZone);
  return rows(
    db,
    sql<Receiver>`
      select u.id, u.name, u.mail, u.language, coalesce(s.wanted, true) as wanted, coalesce(s.hour, 8) as hour,
             coalesce(s.weekends, false) as weekends, s.last_sent_on as "lastSentOn", held.roles
      from users u left join notification_settings s on s.user_id = u.id
      cross join lateral (
        select json_agg(json_strip_nulls(json_build_object('role', g.role, 'organisation', g.organisation_id,
                          'territory', g.territory_id, 'agreement', g.agreement_id))) as roles
        from role_grants g
        where g.user_id = u.id and g.revoked_at is null and coalesce(g.until_on >= ${today}::date, true)
          and g.role = any(${[...remindedRoles]}::text[])) held
      where u.state = 'active' and not u.demo and held.roles is not null
      order by u.id`,
  );
}

/** What she may see is what she is told of. */
export const actorFor = (ctx: Context, { id, name, roles }: Receiver): Actor =>
  actorOf({ id, kind: "user", label: name }, roles, ctx.permissions);
