// Who stands behind a cookie or a key: one query a request, so that what was ended a moment ago is over now.
import { sql } from "kysely";
import { type Context, type Db, dayOf, firstRow, type Role } from "../kernel/index.ts";
import { asOwner } from "./as-owner.ts";
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

function findSession(db: Db, hash: Buffer, at: Date, day: string): Promise<Row | undefined> {
  return firstRow(
    db,
    sql<Row>`
      select id, method, renew, is_former as "isFormer", place, last_used_at as "lastUsedAt", expires_at as "expiresAt",
             account as user, link, roles
      from session_at_door(${hash}, ${at}, ${later(at, -lifetimes.idle)}, ${day})`,
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
  const renewed = renew && !isFormer ? await renewToken(ctx, session, at) : undefined;
  const network = networkOf(address);
  if (place !== network || at.getTime() - lastUsedAt.getTime() > lifetimes.useNoted) {
    const note = sql`
      update sessions set last_used_at = ${at}, place = ${network} where id = ${session.id} and ended_at is null`;
    await asOwner(ctx, ownerOf(session), (tx) => note.execute(tx));
  }
  return { ...session, newToken: renewed };
}

const ownerOf = ({ user, link }: Pick<Row, "user" | "link">) => user?.id ?? link?.id ?? "";

/** Of several requests at once, one is given the new token; the others were on their way with the former one. */
async function renewToken(
  ctx: Context,
  session: Pick<Row, "id" | "user" | "link">,
  at: Date,
): Promise<string | undefined> {
  const { token, hash } = newToken();
  return asOwner(ctx, ownerOf(session), async (tx) => {
    const { rows } = await sql`
      update sessions set former_hash = token_hash, former_until = ${later(at, lifetimes.formerToken)},
                          token_hash = ${hash}, renew = false
      where id = ${session.id} and renew and ended_at is null returning id`.execute(tx);
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
      select id, name, secret_hash as hash, last_used_at as "lastUsedAt", roles
      from key_at_door(${prefix}, ${at}, ${dayOf(at, ctx.timeZone)})`,
  );
  if (found === undefined || !sameHash(found.hash, hashToken(secret))) return undefined;
  const { id, name, roles, lastUsedAt } = found;
  if (lastUsedAt === null || at.getTime() - lastUsedAt.getTime() > lifetimes.useNoted) {
    const note = sql`update api_keys set last_used_at = ${at} where id = ${id}`;
    await asOwner(ctx, id, (tx) => note.execute(tx));
  }
  return { id, name, roles };
}
