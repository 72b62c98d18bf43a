// A database of a test's own: empty, or with both spaces of the demo in it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Context,
  createContext,
  folderFileStore,
  type KeyRing,
  openDatabase,
  systemActor,
  systemClock,
} from "@iltizam/core/kernel";
import { makeKeys, openKeys } from "@iltizam/core/people";
import {
  createFilledDatabase,
  createTestDatabase,
  seeingAll,
  type TestDatabase,
} from "@iltizam/testkit/database";
import { gatherCore } from "../../http/index.ts";
import { readerInProcess } from "../../reading/index.ts";
import { loadDemo } from "../index.ts";

export interface DemoPlaceForTests {
  readonly ctx: Context;
  close(): Promise<void>;
}

export async function emptyPlace(): Promise<DemoPlaceForTests> {
  const folder = newFolder();
  return openPlace(await createTestDatabase(), folder, makeKeys(systemClock));
}

/** A copy of the demo, which is loaded once a run. */
export async function loadedPlace(): Promise<DemoPlaceForTests> {
  const folder = newFolder();
  const talk = { onMessage: () => undefined, locale: "fr" } as const;
  const database = await createFilledDatabase("demo", folder, (place) => loadDemo({ ...place, ...talk }));
  return openPlace(database, folder, await openKeys(join(folder, "keys.json"), systemClock));
}

const newFolder = () => mkdtempSync(join(tmpdir(), "iltizam-demo-"));

async function openPlace(database: TestDatabase, folder: string, keys: KeyRing): Promise<DemoPlaceForTests> {
  const { db, close } = openDatabase(seeingAll(database.appUrl), { max: 4 });
  const { guards, permissions, work = [] } = await gatherCore();
  const files = folderFileStore(join(folder, "files"));
  return {
    ctx: createContext({
      ...{ db, actor: systemActor, files, guards, permissions, work, keys },
      reader: readerInProcess(),
    }),
    async close() {
      await close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
