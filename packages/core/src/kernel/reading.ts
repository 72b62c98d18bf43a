// A reading sees the database as it was at one instant, and of it what the actor may see.
import { sql } from "kysely";
import pg from "pg";
import type { Context } from "./context.ts";
import type { Db } from "./database.ts";
import { scopesOf } from "./scopes.ts";

/**
 * Runs readings in one read-only transaction of the actor, or in the act that is running. The transaction is opened and
 * told who reads in one message to the database, so that a reading costs one short trip more than its queries.
 */
export async function inReading<T>(ctx: Context, read: (tx: Db) => Promise<T>): Promise<T> {
  if (ctx.transaction) return read(ctx.transaction);
  return ctx.db.connection().execute(async (tx) => {
    await sql.raw(beginning(ctx)).execute(tx);
    try {
      return await read(tx);
    } finally {
      // Nothing was changed, so nobody waits for the end; the connection's next statement does. One that is lost ends too.
      void sql
        .raw("rollback")
        .execute(tx)
        .catch(() => undefined);
    }
  });
}

const beginning = ({ actor }: Context) =>
  `begin isolation level repeatable read read only; select set_config('iltizam.actor', ${pg.escapeLiteral(actor.id)}, true), set_config('iltizam.scopes', ${pg.escapeLiteral(scopesOf(actor))}, true)`;
