// What is saved: every table of the domain, as the catalogue names it; nothing is listed by hand.
import type pg from "pg";

export interface DomainTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The column that holds the transaction's number, by which the sealer orders rows; most tables have none. */
  readonly orderColumn: string | null;
}

/** The record of migrations is written by the migrations themselves. */
const ownRecord = "migrations";

/** All tables, by name. A computed column is left out: the database computes it again. */
export async function listTables(client: pg.ClientBase): Promise<DomainTable[]> {
  const { rows } = await client.query<DomainTable>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns,
            max(a.attname::text) filter (where pg_get_expr(d.adbin, d.adrelid) = 'current_tx()') as "orderColumn"
     from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p'
       and c.relname <> $1
       and not exists (select from pg_depend e where e.objid = c.oid and e.deptype = 'e')
     group by c.relname order by c.relname`,
    [ownRecord],
  );
  return rows;
}

export interface LastBlock {
  readonly number: number;
  readonly hash: string;
  readonly tx: string;
  readonly id: string;
}

export async function lastBlockOf(client: pg.ClientBase): Promise<LastBlock | null> {
  const { rows } = await client.query<LastBlock>(
    `select number::int as number, encode(hash, 'hex') as hash, last_tx::text as tx, last_id::text as id
     from blocks order by number desc limit 1`,
  );
  return rows[0] ?? null;
}

const last = "ffffffff-ffff-ffff-ffff-ffffffffffff";

/**
 * The columns of a table as they are saved. Numbers of transactions mean nothing in another cluster, whose own begin
 * lower: a sealed row is saved with 0, one that waits for its block with 1, and every block ends at (0, the highest
 * id). So what was sealed stays sealed, what waits is sealed next, and every later row comes after.
 */
export function savedColumns(table: DomainTable, block: LastBlock | null): string {
  const sealed = block === null ? "false" : `(%s, id) <= (${block.tx}::bigint, '${block.id}'::uuid)`;
  return table.columns
    .map((column) => {
      const name = quoted(column);
      if (column === table.orderColumn) return `case when ${sealed.replace("%s", name)} then 0 else 1 end`;
      if (table.name !== "blocks") return name;
      return column === "last_tx" ? "0" : column === "last_id" ? `'${last}'::uuid` : name;
    })
    .join(", ");
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
