// Who stands behind a cookie or a key: one query a request, so that what was ended a moment ago is over now.
import { sql } from "kysely";
import { type Context, type Db, dayOf, firstRow, nameActor, type Role } from "../kernel/index.ts";
import { later, lifetimes, networkOf, type SessionMethod } from "./model.ts";
import { hashToken, newToken, sameHash } from "./secrets.ts";

export interface HeldRole {
  readonly role: Role;
  readonly organisation?: string;
  readonly territory?: string;
  readonly agreement?: string;
}

export interface KnownSession {
  readonly id: string;
  readonly method: SessionMethod;
  readonly user: { readonly id: string; readonly name: string; readonly demo: boolean } | null;
  readonly link: {
    readonly id: string;
    readonly label: string;
    readonly objectKind: string;
    readonly objectId: string;
    readonly organisation: string;
  } | null;
  readonly roles: readonly HeldRole[];
  /** Set when the browser is to be given another token. */
  readonly newToken: string | undefined;
  readonly expiresAt: Date;
}

interface Row extends Omit<KnownSession, "newToken"> {
  readonly renew: boolean;
  readonly isFormer: boolean;
  readonly place: string | null;
  readonly lastUsedAt: Date;
}

const heldRoles = (owner: "user_id" | "api_key_id", of: string, day: string) => sql`
  coalesce((
    select json_agg(json_strip_nulls(json_build_object('role', g.role, 'organisation', g.organisation_id,
                                                       'territory', g.territory_id, 'agreement', g.agreement_id))
                    order by g.id)
    from role_grants g
    where g.${sql.raw(owner)} = ${sql.raw(of)} and g.revoked_at is null and (g.until_on is null or g.until_on >= ${day})),
    '[]')`;

function findSession(db: Db, hash: Buffer, at: Date, day: string): Promise<Row | undefined> {
  return firstRow(
    db,
    sql<Row>`
      select s.id, s.method, s.renew, s.place, s.last_used_at as "lastUsedAt", s.expires_at as "expiresAt",
             s.token_hash <> ${hash} as "isFormer",
             case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'demo', u.demo) end as user,
             case when l.id is not null then json_build_object('id', l.id, 'label', l.label, 'objectKind', l.object_kind,
               'objectId', l.object_id, 'organisation', l.organisation_id) end as link,
             ${heldRoles("user_id", "u.id", day)} as roles
      from sessions s left join users u on u.id = s.user_id left join access_links l on l.id = s.link_id
      where (s.token_hash = ${hash} or s.former_hash = ${hash} and s.former_until > ${at})
        and s.ended_at is null and s.expires_at > ${at}
        and (s.link_id is not null or s.last_used_at > ${later(at, -lifetimes.idle)} and u.state = 'active')
        and (l.id is null or l.expires_at > ${at})`,
  );
}

/** The session of a cookie, if it holds. Notes its use, and gives it a new token when it is due. */
export async function knownSession(
  ctx: Context,
  token: string,
  address: string,
): Promise<KnownSession | undefined> {
  const at = ctx.clock.now();
  const found = await findSession(ctx.db, hashToken(token), at, dayOf(at, ctx.timeZone));
  if (found === undefined) return undefined;
  const { renew, isFormer, place, lastUsedAt, ...session } = found;
  const renewed = renew && !isFormer ? await renewToken(ctx, session.id, at) : undefined;
  const network = networkOf(address);
  if (place !== network || at.getTime() - lastUsedAt.getTime() > lifetimes.useNoted) {
    await noteUse(
      ctx,
      sql`update sessions set last_used_at = ${at}, place = ${network}
                           where id = ${session.id} and ended_at is null`,
    );
  }
  return { ...session, newToken: renewed };
}

async function noteUse(ctx: Context, query: ReturnType<typeof sql>): Promise<void> {
  await ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.use");
    await query.execute(tx);
  });
}

/** Of several requests at once, one is given the new token; the others were on their way with the former one. */
async function renewToken(ctx: Context, session: string, at: Date): Promise<string | undefined> {
  const { token, hash } = newToken();
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "identity.use");
    const { rows } = await sql`
      update sessions set former_hash = token_hash, former_until = ${later(at, lifetimes.formerToken)},
                          token_hash = ${hash}, renew = false
      where id = ${session} and renew and ended_at is null returning id`.execute(tx);
    return rows.length === 1 ? token : undefined;
  });
}

export interface KnownKey {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly HeldRole[];
}

const keyPattern = /^itz_([a-z0-9]{10})_([A-Za-z0-9_-]{43})$/;

/** The machine of an API key, if the key holds. Notes its use. */
export async function knownKey(ctx: Context, key: string): Promise<KnownKey | undefined> {
  const [, prefix, secret] = keyPattern.exec(key) ?? [];
  if (prefix === undefined || secret === undefined) return undefined;
  const at = ctx.clock.now();
  const found = await firstRow(
    ctx.db,
    sql<KnownKey & { hash: Buffer; lastUsedAt: Date | null }>`
      select k.id, k.name, k.secret_hash as hash, k.last_used_at as "lastUsedAt",
             ${heldRoles("api_key_id", "k.id", dayOf(at, ctx.timeZone))} as roles
      from api_keys k where k.prefix = ${prefix} and k.revoked_at is null and k.expires_at > ${at}`,
  );
  if (found === undefined || !sameHash(found.hash, hashToken(secret))) return undefined;
  const { id, name, roles, lastUsedAt } = found;
  if (lastUsedAt === null || at.getTime() - lastUsedAt.getTime() > lifetimes.useNoted) {
    await noteUse(ctx, sql`update api_keys set last_used_at = ${at} where id = ${id}`);
  }
  return { id, name, roles };
}
