// While rows are loaded, in the order of the file and not of the facts, the rules between rows wait: foreign keys are
// made again at the end, over everything, as the database does it fastest; our own triggers sleep. Checks and unique
// keys stay awake. All of it lies in the one transaction of the load.
import type pg from "pg";

interface ForeignKey {
  readonly onTable: string;
  readonly name: string;
  readonly definition: string;
}

export interface Triggers {
  readonly onTable: string;
  readonly name: string;
}

/** Takes foreign keys away; gives the statements' data to make them again. */
export async function dropForeignKeys(client: pg.ClientBase): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as "onTable", quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
     order by 1, 2`,
  );
  await runAll(
    client,
    rows.map(({ onTable, name }) => `alter table ${onTable} drop constraint ${name}`),
  );
  return rows;
}

/** Makes them again, which reads every row. */
export async function makeForeignKeys(client: pg.ClientBase, keys: readonly ForeignKey[]): Promise<void> {
  const statements = keys.map(
    ({ onTable, name, definition }) => `alter table ${onTable} add constraint ${name} ${definition}`,
  );
  await runAll(client, statements);
}

/** Puts our own triggers to sleep; gives those that were awake. */
export async function stopTriggers(client: pg.ClientBase): Promise<readonly Triggers[]> {
  const { rows } = await client.query<Triggers>(
    `select t.tgrelid::regclass::text as "onTable", quote_ident(t.tgname) as name
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled = 'O' and c.relnamespace = 'public'::regnamespace
     order by 1, 2`,
  );
  await runAll(
    client,
    rows.map(({ onTable, name }) => `alter table ${onTable} disable trigger ${name}`),
  );
  return rows;
}

export async function wakeTriggers(client: pg.ClientBase, triggers: readonly Triggers[]): Promise<void> {
  await runAll(
    client,
    triggers.map(({ onTable, name }) => `alter table ${onTable} enable trigger ${name}`),
  );
}

async function runAll(client: pg.ClientBase, statements: readonly string[]): Promise<void> {
  if (statements.length > 0) await client.query(statements.join(";\n"));
}
