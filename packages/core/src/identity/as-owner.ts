// Whom the door has recognised, by a token, a password or a code, goes on as herself: the database shows her transaction
// her own rows and no others.
import { sql } from "kysely";
import { type Actor, type Context, type Db, inReading, nameActor } from "../kernel/index.ts";

/** A user, a key or a link, with no right but to what is her own. */
const owner = (id: string): Actor => ({ id, kind: "user", label: "owner", grants: [] });

export function readAsOwner<T>(ctx: Context, id: string, read: (tx: Db) => Promise<T>): Promise<T> {
  return inReading({ ...ctx, actor: owner(id) }, read);
}

/** In a transaction of its own. */
export function asOwner<T>(ctx: Context, id: string, write: (tx: Db) => Promise<T>): Promise<T> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, owner(id), "identity.use");
    return write(tx);
  });
}

/** Inside an act of a visitor, from the moment that her token was right; afterwards the act is the visitor's again. */
export async function onAsOwner<T>(tx: Db, visitor: Actor, id: string, write: () => Promise<T>): Promise<T> {
  const actAs = (actor: string) => sql`select set_config('iltizam.actor', ${actor}, true)`.execute(tx);
  await actAs(id);
  const done = await write();
  await actAs(visitor.id);
  return done;
}
