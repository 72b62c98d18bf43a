// Tables go out as COPY text, cut between rows into parts that fit into memory, each compressed and hashed.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Part, SavedTable } from "./format.ts";
import { type DomainTable, type LastBlock, quoted, savedColumns } from "./list-tables.ts";
import type { Container } from "./write-container.ts";

const compress = promisify(gzip);
const partBytes = 4 * 1024 * 1024;
const newline = 10;

/** Saves one table; `tell` hears how many rows each part holds. */
export async function saveTable(
  client: pg.ClientBase,
  table: DomainTable,
  block: LastBlock | null,
  container: Container,
  tell: (rows: number) => void,
): Promise<SavedTable> {
  const stream = client.query(
    copyTo(`copy (select ${savedColumns(table, block)} from ${quoted(table.name)}) to stdout`),
  );
  const parts: Part[] = [];
  for await (const text of partsOf(stream)) {
    const content = await compress(text, { level: 4 });
    const name = `tables/${table.name}/${String(parts.length + 1).padStart(6, "0")}.copy.gz`;
    await container.add(name, content);
    const rows = countRows(text);
    const sha256 = createHash("sha256").update(content).digest("hex");
    parts.push({ name, rows, bytes: content.length, sha256 });
    tell(rows);
  }
  return { name: table.name, columns: [...table.columns], rows: stream.rowCount, parts };
}

/** Cuts after the last whole row of about 4 MB; a longer row stays in one piece. */
async function* partsOf(stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let held = 0;
  for await (const chunk of stream) {
    chunks.push(chunk);
    held += chunk.length;
    if (held < partBytes) continue;
    const text = Buffer.concat(chunks, held);
    const end = text.lastIndexOf(newline) + 1;
    if (end > 0) yield text.subarray(0, end);
    chunks = [text.subarray(end)];
    held = text.length - end;
  }
  if (held > 0) yield Buffer.concat(chunks, held);
}

/** In COPY text a line is a row: a newline inside a value is written \n. */
function countRows(text: Buffer): number {
  let rows = 0;
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) rows += 1;
  return rows;
}
