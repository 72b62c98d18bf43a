// The sealer: chains what has been committed into blocks (ledger.md §4). Called every few seconds by the server, and by
// `verify` and `backup` before they begin. It writes no journal row: that row would have to be sealed, and so on.
import { sql } from "kysely";
import { type Context, nameActor, onlyRow } from "../kernel/index.ts";

/** Seals what is ready; how many blocks it made, or null when another sealer is at work. */
export function sealPending(ctx: Context): Promise<number | null> {
  return ctx.db.transaction().execute(async (tx) => {
    await nameActor(tx, ctx.actor, "results.seal");
    const { made } = await onlyRow(
      tx,
      sql<{ made: number | null }>`select seal_blocks(${ctx.clock.now()}) as made`,
    );
    return made;
  });
}
