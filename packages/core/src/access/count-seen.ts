// How much somebody sees: the database counts what it shows her, and all there is.
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, type Db, nameActor, onlyRow, type QueryContext, systemActor } from "../kernel/index.ts";

const count = z.object({ seen: z.int(), all: z.int() });
export const counts = z.object({
  agreements: count,
  commitments: count,
  contributions: count,
  events: count,
  documents: count,
  declarations: count,
  facts: count,
});
export type Counts = Readonly<z.output<typeof counts>>;

/**
 * What this actor sees, of all there is. Who gives roles may not see the money or the results herself, and is still told
 * that the role shows three contributions of five: a number, and nothing else of them.
 */
export async function countsOf(ctx: QueryContext, actor: Actor): Promise<Counts> {
  const all = await asActor(ctx, systemActor, countAll);
  const seen = await asActor(ctx, actor, countAll);
  const names = Object.keys(all) as (keyof Counts)[];
  return Object.fromEntries(names.map((name) => [name, { seen: seen[name], all: all[name] }])) as Counts;
}

/** How many agreements this actor sees. */
export const agreementsSeen = (ctx: QueryContext, actor: Actor): Promise<number> =>
  asActor(ctx, actor, async (db) => {
    const { n } = await onlyRow(db, sql<{ n: number }>`select count(*) as n from agreements`);
    return n;
  });

/**
 * The reading that is running, as somebody else sees it: on the same connection, because a second one would wait for ever
 * once as many ask as there are connections. After a fault the reading is over, and nothing is to be put back.
 */
async function asActor<T>({ tx, actor: asks }: QueryContext, actor: Actor, read: (db: Db) => Promise<T>) {
  await nameActor(tx, actor, "access.of");
  const found = await read(tx);
  await nameActor(tx, asks, "access.of");
  return found;
}

const countAll = (db: Db) =>
  onlyRow(
    db,
    sql<Record<keyof Counts, number>>`
      select (select count(*) from agreements) as agreements, (select count(*) from commitments) as commitments,
             (select count(*) from contributions) as contributions, (select count(*) from events) as events,
             (select count(*) from documents) as documents, (select count(*) from declarations) as declarations,
             (select count(*) from facts) as facts`,
  );
