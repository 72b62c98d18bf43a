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

const noId = "00000000-0000-0000-0000-000000000000";

/** The place of the last sealed row in the order of transactions; before the first block, the place before all rows. */
const lastSealed = sql`
  select coalesce(max(number), 0) as number,
         coalesce((array_agg(last_tx order by number desc))[1], 0) as tx,
         coalesce((array_agg(last_id order by number desc))[1], ${noId}::uuid) as id
  from (select number, last_tx, last_id from blocks order by number desc limit 1) b`;

/** Whether anything waits for the sealer: whatever is sealed has a journal row in its transaction. */
export async function hasUnsealed(db: Db): Promise<boolean> {
  const { waiting } = await onlyRow(
    db,
    sql<{ waiting: boolean }>`
      with last as materialized (${lastSealed})
      select exists (select from journal j where j.tx > (select tx from last)) as waiting`,
  );
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
  const counted = (table: string) => sql`
    (select count(*) from ${sql.table(table)} r
     where r.tx >= (select tx from last) and (r.tx, r.id) > (select tx, id from last))`;
  return onlyRow(
    db,
    sql<Seals>`
      with last as materialized (${lastSealed})
      select (select number from last) as "lastBlock",
             ${sql.join(["facts", "fact_entries", "subject_merges", "journal"].map(counted), sql` + `)} as unsealed`,
  );
}
