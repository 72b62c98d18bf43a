// Writes to the tables of identity, and the rows that acts read before they write.
import { sql } from "kysely";
import { type Actor, type Db, firstRow, isUuid } from "../kernel/index.ts";
import { identityErrors } from "./errors.ts";
import { foldMail, type UserState } from "./model.ts";
import { passwordMatches } from "./passwords.ts";
import { publicPermissions } from "./permissions.ts";

export interface UserRow {
  readonly id: string;
  readonly mail: string;
  readonly name: string;
  readonly language: "fr" | "ar" | "en";
  readonly state: UserState;
  readonly demo: boolean;
  readonly password_set_at: Date | null;
}

const userColumns = sql.raw("id, mail, name, language, state, demo, password_set_at");

/** The user under an id, where the actor sees her, or under her exact mail. @throws `identity.user_unknown` */
export async function userOf(db: Db, key: string): Promise<UserRow> {
  const found = isUuid(key) ? await userById(db, key) : await userByMail(db, key);
  if (found === undefined) throw identityErrors.user_unknown({ user: key });
  return found;
}

export function userById(db: Db, id: string): Promise<UserRow | undefined> {
  return firstRow(db, sql<UserRow>`select ${userColumns} from users where id = ${id}`);
}

export function userByMail(db: Db, mail: string): Promise<UserRow | undefined> {
  return firstRow(db, sql<UserRow>`select ${userColumns} from account_of(${foldMail(mail)})`);
}

/** False when the mail is somebody's already. */
export async function insertUser(
  tx: Db,
  user: Omit<UserRow, "password_set_at"> & { readonly recorded_at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into users (id, mail, mail_folded, name, language, state, demo, recorded_at)
    values (${user.id}, ${user.mail}, ${foldMail(user.mail)}, ${user.name}, ${user.language}, ${user.state},
            ${user.demo}, ${user.recorded_at})
    on conflict do nothing returning id`.execute(tx);
  return rows.length === 1;
}

export async function setState(tx: Db, id: string, state: UserState): Promise<void> {
  await sql`update users set state = ${state} where id = ${id}`.execute(tx);
}

export async function setPasswordHash(tx: Db, id: string, hash: string, at: Date): Promise<void> {
  await sql`update users set password_set_at = ${at} where id = ${id}`.execute(tx);
  await sql`
    insert into passwords (user_id, hash) values (${id}, ${hash})
    on conflict (user_id) do update set hash = excluded.hash`.execute(tx);
}

/** Seen in her own transaction alone. */
export async function passwordHashOf(tx: Db, id: string): Promise<string | undefined> {
  const found = await firstRow(tx, sql<{ hash: string }>`select hash from passwords where user_id = ${id}`);
  return found?.hash;
}

export async function isPasswordOf(tx: Db, id: string, password: string): Promise<boolean> {
  return passwordMatches(await passwordHashOf(tx, id), password);
}

/** Ends all sessions of a user, or all but one. Returns how many. */
export async function endSessions(tx: Db, user: string, at: Date, except?: string): Promise<number> {
  const { rows } = await sql`
    update sessions set ended_at = ${at}, place = null
    where user_id = ${user} and ended_at is null and id is distinct from ${except ?? null}::uuid
    returning id`.execute(tx);
  return rows.length;
}

/** The next request of each session of this user is given a new token: what she may do has changed. */
export async function renewSessions(tx: Db, user: string): Promise<void> {
  await sql`update sessions set renew = true where user_id = ${user} and ended_at is null`.execute(tx);
}

/** Somebody who has proven who she is and is not in yet: she may enter, and nothing else. */
export function enteringActor({ id, name }: Pick<UserRow, "id" | "name">): Actor {
  return { id, kind: "user", label: name, grants: [{ permissions: publicPermissions, own: true }] };
}
