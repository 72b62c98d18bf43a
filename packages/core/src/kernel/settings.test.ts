import { createTestDatabase } from "@iltizam/testkit/database";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenedDatabase, openDatabase } from "./database.ts";
import { keepSetting, readSetting } from "./settings.ts";

let opened: OpenedDatabase;
let drop: () => Promise<void>;
beforeAll(async () => {
  const database = await createTestDatabase();
  drop = () => database.drop();
  opened = openDatabase(database.ownerUrl, { max: 1 });
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
