// What was recorded by nobody, or by somebody who may not, is seen.
import { systemActor } from "@iltizam/core/kernel";
import { createTestDatabase, type TestDatabase } from "@iltizam/testkit/database";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsBefore, unexplainedRows, unlawfulActs } from "../checks/check-rows.ts";
import { recordedUntold } from "../checks/watch-journal.ts";

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.superuserUrl });
  await client.connect();
  await client.query("select set_config('iltizam.actor', $1, false)", [systemActor.id]);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const journalled = `insert into journal (id, at, actor, actor_label, act, object_kind, object_id)
                    values (gen_random_uuid(), now(), 'somebody', 'Somebody', 'things.add', 'thing', '1')`;
const added = (code: string) =>
  `insert into populations (code, label_fr, label_ar, label_en) values ('${code}', 'a', 'b', 'c')`;

test("a row whose transaction stands in the journal is explained, another one is not", async () => {
  const before = await rowsBefore(client);
  await client.query(`begin; ${added("told")}; ${journalled}; commit`);
  expect(await unexplainedRows(client, before)).toEqual([]);
  await client.query(added("untold"));
  expect(await unexplainedRows(client, before)).toEqual([
    expect.stringMatching(/^populations has 1 rows of transaction \d+, which is not in the journal$/),
  ]);
});

test("rows that are gone are missed", async () => {
  await client.query(added("gone"));
  const before = await rowsBefore(client);
  await client.query("delete from populations where code = 'gone'");
  expect(await unexplainedRows(client, before)).toEqual(["populations has lost rows"]);
});

test("an act of somebody who does not hold its permission is named, and one of nobody", async () => {
  const before = await rowsBefore(client);
  await client.query(journalled);
  const permissionOf = new Map([["things.add", "things.record"]]);
  const found = (held: ReadonlyMap<string, ReadonlySet<string>>) =>
    unlawfulActs(client, before, { permissionOf, held });
  expect(await found(new Map([["somebody", new Set(["things.record"])]]))).toEqual([]);
  expect(await found(new Map([["somebody", new Set(["things.read"])]]))).toEqual([
    expect.stringContaining("who does not hold things.record"),
  ]);
  expect(await found(new Map())).toEqual([expect.stringContaining("who is nobody here")]);
});

test("more transactions than were told to succeed are a finding, as many are none", () => {
  const rows = [
    { tx: 1, actor: "a", act: "things.add" },
    { tx: 1, actor: "a", act: "things.link" },
    { tx: 2, actor: "b", act: "things.add" },
  ];
  expect(
    recordedUntold(
      rows,
      new Map([
        ["a", 1],
        ["b", 1],
      ]),
    ),
  ).toEqual([]);
  expect(recordedUntold(rows, new Map([["a", 1]]))).toEqual(["b"]);
});
