// A database that several test files begin with: filled once a run, then copied.
import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { createTestDatabase, type TestDatabase, testServer } from "./create-test-database.ts";
import { withClient } from "./with-client.ts";

export interface FilledPlace {
  readonly appUrl: string;
  readonly dataDir: string;
}

/**
 * A copy of the database that `fill` made, and in `dataDir` (empty before) of the files beside it. Test files that ask at
 * the same time wait for the first, which fills it.
 * @param of its name, one for each `fill`
 */
export async function createFilledDatabase(
  of: string,
  dataDir: string,
  fill: (place: FilledPlace) => Promise<void>,
): Promise<TestDatabase> {
  const { superuserUrl, folder } = await testServer();
  const filesOf = (name: string) => join(folder, "filled", name);
  const original = await withClient(superuserUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [`filled ${of}`]);
    const { rows } = await client.query<{ name: string }>(
      `select d.datname as name from pg_database d join pg_shdescription s on s.objoid = d.oid where s.description = $1`,
      [`filled ${of}`],
    );
    if (rows[0] !== undefined) return rows[0].name;
    const { name, appUrl, ownerUrl } = await createTestDatabase();
    mkdirSync(filesOf(name), { recursive: true });
    await fill({ appUrl, dataDir: filesOf(name) });
    // PostgreSQL would do it by itself, minutes later, in each copy.
    await withClient(ownerUrl, (owner) => owner.query("analyze"));
    await client.query(`comment on database ${name} is ${client.escapeLiteral(`filled ${of}`)}`);
    return name;
  });
  const copy = await createTestDatabase(original);
  cpSync(filesOf(original), dataDir, { recursive: true });
  return copy;
}
