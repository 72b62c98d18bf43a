// A database of a test's own with both spaces of the demo in it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  openDatabase,
  systemActor,
  systemClock,
} from "@iltizam/core/kernel";
import { makeKeys } from "@iltizam/core/people";
import { createTestDatabase, seeingAll } from "@iltizam/testkit/database";
import { gatherCore } from "../../http/index.ts";
import { readerInProcess } from "../../reading/index.ts";

export interface DemoPlaceForTests {
  readonly ctx: Context;
  close(): Promise<void>;
}

export async function emptyPlace(): Promise<DemoPlaceForTests> {
  const database = await createTestDatabase();
  const { db, close } = openDatabase(seeingAll(database.appUrl), { max: 4 });
  const folder = mkdtempSync(join(tmpdir(), "iltizam-demo-"));
  const { guards, permissions, work = [] } = await gatherCore();
  const files = folderFileStore(folder);
  return {
    ctx: createContext({
      ...{ db, actor: systemActor, files, guards, permissions, work, keys: makeKeys(systemClock) },
      reader: readerInProcess(),
    }),
    async close() {
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
