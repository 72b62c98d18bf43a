// What a register says, without what differs between two registers of the same facts: ids, instants, who recorded it.
import { withClient } from "@iltizam/testkit/database";

/** Tables that tell how something came about and who may see it, not what stands in the register. */
const aside: readonly string[] = [
  ...["blocks", "intakes", "journal", "outbox", "settings"],
  ...["vault_generations", "visibility"],
];

const natural = `
  select c.table_name as "table", string_agg(format('%I', c.column_name), ', ' order by c.ordinal_position) as columns
  from information_schema.columns c
  join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
  where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> all($1)
    and c.data_type not in ('uuid', 'timestamp with time zone') and c.udt_name <> '_uuid'
  group by c.table_name order by c.table_name`;

/** The rows of each table that has any, as sorted lines. */
export function registerRows(url: string): Promise<Record<string, string[]>> {
  return withClient(url, async (client) => {
    const tables = await client.query<{ table: string; columns: string }>(natural, [aside]);
    const found: Record<string, string[]> = {};
    for (const { table, columns } of tables.rows) {
      const { rows } = await client.query<{ line: string }>(
        `select row_to_json(r)::text as line from (select ${columns} from ${table}) r`,
      );
      if (rows.length > 0) found[table] = rows.map(({ line }) => line).sort();
    }
    return found;
  });
}
