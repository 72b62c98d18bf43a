import { afterAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase, withClient } from "./index.ts";

const made: TestDatabase[] = [];
const make = async () => {
  const database = await createTestDatabase();
  made.push(database);
  return database;
};
afterAll(() => Promise.all(made.map((database) => database.drop())));

test("a test database is migrated, and nobody else writes in it", async () => {
  const [first, second] = await Promise.all([make(), make()]);
  await withClient(first.ownerUrl, (client) => client.query("create table only_here ()"));
  const tables = (database: TestDatabase) =>
    withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        "select tablename as name from pg_tables where schemaname = 'public'",
      );
      return rows.map((row) => row.name);
    });
  expect(await tables(first)).toContain("only_here");
  expect(await tables(second)).not.toContain("only_here");
  expect(await tables(second)).toContain("journal");
});

test("the application's role logs in, reads what it was given and owns nothing", async () => {
  const database = await make();
  await withClient(database.appUrl, async (client) => {
    await client.query("select from journal");
    await client.query("create temporary table staged (line int)");
    await expect(client.query("create table mine ()")).rejects.toThrow(/permission denied/);
    await expect(client.query("delete from journal")).rejects.toThrow(/permission denied/);
  });
});

test("the owner may give a function to the counting role, which nobody can log in as", async () => {
  const database = await make();
  await withClient(database.ownerUrl, async (client) => {
    await client.query("create function all_of_it() returns int language sql security definer return 1");
    await client.query("alter function all_of_it() owner to iltizam_counter");
    const { rows } = await client.query(
      "select rolcanlogin, rolbypassrls, rolsuper from pg_roles where rolname = 'iltizam_counter'",
    );
    expect(rows).toEqual([{ rolcanlogin: false, rolbypassrls: true, rolsuper: false }]);
  });
});

test("a dropped database is gone although somebody was still connected", async () => {
  const database = await createTestDatabase();
  const gone = withClient(database.appUrl, async (client) => {
    client.on("error", () => undefined);
    await database.drop();
    await client.query("select 1");
  });
  await expect(gone).rejects.toThrow();
});
