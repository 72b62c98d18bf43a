// The demo: loaded once, into an empty database only, and begun anew when its loading was interrupted.
import { fileURLToPath } from "node:url";
import { keepSetting, openDatabase } from "@iltizam/core/kernel";
import { runProgram, testFolder } from "@iltizam/testkit/bad-days";
import { createTestDatabase, type TestDatabase, withClient } from "@iltizam/testkit/database";
import { afterEach, beforeEach, expect, test } from "vitest";
import { clearInterruptedDemo, demoState, markDemo } from "../first-run.ts";

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const record = () =>
  withClient(database.ownerUrl, async (client) => {
    await client.query("begin; select set_config('iltizam.actor', 'somebody', true)");
    await client.query(
      `insert into journal (id, at, actor, actor_label, act, object_kind, object_id)
       values (gen_random_uuid(), now(), 'somebody', 'Somebody', 'test', 'thing', '1')`,
    );
    await client.query("commit");
  });

test("a database in which somebody has recorded something gets no demo", async () => {
  expect(await demoState(database.ownerUrl)).toBe("empty");
  await record();
  expect(await demoState(database.ownerUrl)).toBe("present");
});

test("a setting alone is no record of anybody", async () => {
  const opened = openDatabase(database.ownerUrl, { max: 1 });
  await keepSetting(opened.db, "anything", 1);
  await opened.close();
  expect(await demoState(database.ownerUrl)).toBe("empty");
});

test("a loading that never ended is told from one that did", async () => {
  await markDemo(database.ownerUrl, "loading");
  await record();
  expect(await demoState(database.ownerUrl)).toBe("interrupted");
  await markDemo(database.ownerUrl, "loaded");
  expect(await demoState(database.ownerUrl)).toBe("present");
});

test("clearing leaves an empty database with the rights of the roles", async () => {
  await markDemo(database.ownerUrl, "loading");
  await clearInterruptedDemo(database.ownerUrl);
  const rights = await withClient(database.appUrl, async (client) => {
    const { rows } = await client.query(
      `select has_schema_privilege('iltizam_app', 'public', 'usage') as app_reads,
              has_schema_privilege('iltizam_app', 'public', 'create') as app_creates,
              has_schema_privilege('iltizam_counter', 'public', 'create') as counter_creates,
              (select count(*)::int from pg_tables where schemaname = 'public') as tables`,
    );
    return rows[0];
  });
  expect(rights).toEqual({ app_reads: true, app_creates: false, counter_creates: true, tables: 0 });
});

test("a start that is killed while it loads the demo loads it anew, and then never again", async () => {
  const folder = testFolder();
  const script = fileURLToPath(new URL("start-with-healthz.ts", import.meta.url));
  const start = (lasts: string) =>
    runProgram(process.execPath, [script, "--data", folder.path, "--demo", "--demo-lasts", lasts], {
      env: { PATH: process.env.PATH },
    });
  const killed = start("60000");
  await killed.waitFor(/demo begins/);
  killed.kill("SIGKILL");
  await killed.ended;
  const second = start("0");
  await second.waitFor(/serves at/);
  expect(second.printed()).toMatch(
    /The loading of the demo was interrupted earlier: it begins anew\.\n {2}demo begins/,
  );
  second.kill("SIGTERM");
  await second.ended;
  const third = start("0");
  await third.waitFor(/serves at/);
  expect(third.printed()).not.toMatch(/demo/);
  third.kill("SIGTERM");
  await third.ended;
  folder.remove();
});
