// The roles that an account holds today, as the door reads them at every request.
import { sql } from "kysely";
import { identityErrors, type UserState } from "../identity/index.ts";
import { type Context, type Db, dayOf, firstRow, type Role, rows } from "../kernel/index.ts";
import type { WrittenGrant } from "./model.ts";

export interface Holder {
  readonly id: string;
  readonly name: string;
  readonly state: UserState;
}

/** @throws `identity.user_unknown` */
export async function holderOf(db: Db, user: string): Promise<Holder> {
  const found = await firstRow(db, sql<Holder>`select id, name, state from users where id = ${user}`);
  if (found === undefined) throw identityErrors.user_unknown({ user });
  return found;
}

interface Row {
  readonly role: Role;
  readonly organisation: string | null;
  readonly territory: string | null;
  readonly agreement: string | null;
  readonly until: string | null;
}

export interface Held {
  readonly grant: WrittenGrant;
  /** The last day on which it holds. */
  readonly until: string | null;
}

/** What is neither taken back nor over, each role in the order in which it was given. */
export async function heldGrants({ clock, timeZone }: Context, db: Db, user: string): Promise<Held[]> {
  const found = await rows(
    db,
    sql<Row>`
      select role, organisation_id as organisation, territory_id as territory, agreement_id as agreement,
             until_on as until
      from role_grants
      where user_id = ${user} and revoked_at is null
        and (until_on is null or until_on >= ${dayOf(clock.now(), timeZone)})
      order by granted_at, id`,
  );
  return found.map(({ role, organisation, territory, agreement, until }) => ({
    grant: {
      role,
      ...(organisation && { organisation }),
      ...(territory && { territory }),
      ...(agreement && { agreement }),
    },
    until,
  }));
}
