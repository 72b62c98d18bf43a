// Nothing is recorded without a trace, and nothing by nobody.
import { createTestDatabase, type TestDatabase, withClient } from "@iltizam/testkit/database";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { defineAct } from "./act.ts";
import { systemActor } from "./actor.ts";
import { type Context, createContext } from "./context.ts";
import { type OpenedDatabase, openDatabase, rows } from "./database.ts";
import { folderFileStore } from "./files.ts";

let database: TestDatabase;
let opened: OpenedDatabase;
let ctx: Context;
beforeAll(async () => {
  database = await createTestDatabase();
  opened = openDatabase(database.appUrl, { max: 2 });
  ctx = createContext({ db: opened.db, actor: systemActor, files: folderFileStore("unused") });
});
afterAll(async () => {
  await opened.close();
  await database.drop();
});

const kept = async (key: string) =>
  (await rows(ctx.db, sql`select 1 from settings where key = ${key}`)).length > 0;
const insert = (key: string) => sql`insert into settings (key, value) values (${key}, 'true')`;

const keeping = (journals: boolean) =>
  defineAct({
    name: "test.keep",
    permission: "test.keep",
    input: z.object({ key: z.string() }),
    output: z.object({}),
    async run(inner, { key }) {
      await insert(key).execute(inner.tx);
      if (journals) await inner.journal({ object: { kind: "setting", id: key } });
      return {};
    },
  });

test("an act that writes no journal row is undone", async () => {
  await expect(keeping(false)(ctx, { key: "untold" })).rejects.toThrow("kernel.act_without_journal");
  await keeping(true)(ctx, { key: "told" });
  expect([await kept("untold"), await kept("told")]).toEqual([false, true]);
});

test("whoever lacks the right records nothing", async () => {
  const actor = { ...systemActor, grants: [{ permissions: ["test.read"] }] };
  await expect(keeping(true)({ ...ctx, actor }, { key: "refused" })).rejects.toThrow("kernel.not_allowed");
  expect(await kept("refused")).toBe(false);
});

test("the database refuses a change for which nobody is named, of whoever is connected", async () => {
  for (const url of [database.appUrl, database.ownerUrl]) {
    const change = withClient(url, (client) =>
      client.query("insert into settings (key, value) values ('nobody', 'true')"),
    );
    await expect(change).rejects.toMatchObject({ code: "IL001" });
  }
});
