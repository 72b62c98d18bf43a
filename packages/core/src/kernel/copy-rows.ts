// The rows of a COPY on their way through a connection that otherwise takes statements with values.
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from } from "pg-copy-streams";

const copied = Symbol("rows of a COPY");
export interface CopyRows {
  readonly [copied]: AsyncIterable<string>;
}

export const asCopyRows = (lines: AsyncIterable<string>): CopyRows => ({ [copied]: lines });

/** The rows that `copyIn` passes as the one value of its statement; the connection looks for them. */
export function copyRowsIn(values: readonly unknown[]): AsyncIterable<string> | undefined {
  const [only] = values;
  return typeof only === "object" && only !== null && copied in only ? (only as CopyRows)[copied] : undefined;
}

/** Feeds a connection. A fault of the rows ends the statement, and with it the transaction. */
export async function feed(
  client: pg.PoolClient,
  statement: string,
  lines: AsyncIterable<string>,
): Promise<pg.QueryResult> {
  const stream = client.query(from(statement));
  await pipeline(Readable.from(lines, { objectMode: true, highWaterMark: 2 }), stream);
  return { command: "COPY", rowCount: stream.rowCount, oid: 0, fields: [], rows: [] };
}
