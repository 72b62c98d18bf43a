import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedDatabase, openDatabase } from "./database.ts";
import { keepSetting, keepSettingOnce, readSetting } from "./settings.ts";

let opened: OpenedDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  opened = openDatabase(database.ownerUrl, { max: 3 });
});
afterAll(async () => {
  await opened.close();
  await drop();
});

test("a setting is kept, and kept anew", async () => {
  expect(await readSetting(opened.db, "colour")).toBeUndefined();
  await keepSetting(opened.db, "colour", { name: "green" });
  await keepSetting(opened.db, "colour", ["green", 2]);
  expect(await readSetting(opened.db, "colour")).toEqual(["green", 2]);
});

test("what is kept once stays what the first one kept", async () => {
  const kept = await Promise.all([1, 2, 3].map((value) => keepSettingOnce(opened.db, "first", value)));
  expect(new Set(kept)).toEqual(new Set([await readSetting(opened.db, "first")]));
});
