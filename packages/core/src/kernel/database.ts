import { createHash } from "node:crypto";
import { Kysely, PostgresDialect, type RawBuilder, type Transaction } from "kysely";
import pg from "pg";
import { copyRowsIn, feed } from "./copy-rows.ts";

// Dates stay text (a calendar day has no time zone), bigint sums become numbers only where they fit exactly.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`count ${text} is too large to be exact`);
  return value;
});

/** The tables are read and written by SQL (`sql` of Kysely), each query with its row type beside it. */
export type Tables = Record<never, never>;
export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;
/** What a query needs: the database, or the transaction that it must see. */
export type Db = Database | DatabaseTransaction;

export interface OpenedDatabase {
  readonly db: Database;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

const preparedLimit = 400;

/** Runs statements under a name made of their text, so that PostgreSQL plans each one once per connection. */
function prepared(client: pg.PoolClient): pg.PoolClient {
  const seen = new Map<string, string>();
  let turn: Promise<unknown> = Promise.resolve();
  const query = client.query.bind(client) as (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  // One statement at a time: readings of one transaction may be asked for side by side.
  const inTurn = (text: unknown, values?: unknown[]) => {
    if (typeof text !== "string") return run(text, values);
    const answer: Promise<unknown> = turn.then(() => run(text, values));
    turn = Promise.resolve(answer).catch(() => undefined);
    return answer;
  };
  const run = (text: unknown, values?: unknown[]) => {
    if (typeof text !== "string" || values === undefined || values.length === 0) {
      return (client.query as (...all: unknown[]) => unknown).call(client, text, values);
    }
    const lines = copyRowsIn(values);
    if (lines !== undefined) return feed(client, text, lines);
    let name = seen.get(text);
    if (name === undefined && seen.size < preparedLimit) {
      name = createHash("sha1").update(text).digest("base64url");
      seen.set(text, name);
    }
    return query(name === undefined ? { text, values } : { name, text, values });
  };
  return new Proxy(client, {
    get(target, property) {
      if (property === "query") return inTurn;
      const value: unknown = Reflect.get(target, property, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

/** Opens a pool. The returned `pool` is for COPY streams and cursors; everything else goes through `db`. */
export function openDatabase(
  url: string,
  options: { max?: number; applicationName?: string } = {},
): OpenedDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    application_name: options.applicationName ?? "iltizam",
  });
  pool.on("error", () => undefined);
  // A server that dies tells it to connections at work too; unheard, that would end this process. Their query fails.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const wrapped = new WeakMap<pg.PoolClient, pg.PoolClient>();
  const connect = async () => {
    const client = await pool.connect();
    const known = wrapped.get(client) ?? prepared(client);
    wrapped.set(client, known);
    return known;
  };
  const dialect = new PostgresDialect({ pool: { connect, end: () => pool.end() } as unknown as pg.Pool });
  const db: Database = new Kysely<Tables>({ dialect });
  return { db, pool, close: () => db.destroy() };
}

/** All rows of a query. */
export async function rows<Row>(db: Db, query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(db)).rows;
}

/** The first row of a query, or undefined. */
export async function firstRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | undefined> {
  return (await query.execute(db)).rows[0];
}

/** The only row of a query that always gives one. */
export async function onlyRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row> {
  const [row] = (await query.execute(db)).rows;
  if (row === undefined) throw new Error("a query that always gives a row gave none");
  return row;
}
