// The sealer: chains what has been committed into blocks (ledger.md §4). Called every few seconds by the server, and by
// `verify` and `backup` before they begin. It writes no journal row: that row would have to be sealed, and so on.
import { sql } from "kysely";
import { type Context, type Db, nameActor, onlyRow } from "../kernel/index.ts";

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

/** Whether anything waits for the sealer: whatever is sealed has a journal row in its transaction. */
export async function hasUnsealed(db: Db): Promise<boolean> {
  const { waiting } = await onlyRow(db, sql<{ waiting: boolean }>`select seals_wait() as waiting`);
  return waiting;
}

export interface Seals {
  /** The number of the last block; 0 before the first one. */
  readonly lastBlock: number;
  /** Committed rows that no block holds yet. */
  readonly unsealed: number;
}

/** How far the seals have come. */
export function readSeals(db: Db): Promise<Seals> {
  return onlyRow(db, sql<Seals>`select last_block as "lastBlock", unsealed from seal_state()`);
}
